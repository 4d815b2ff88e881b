"""The manuals of the rules on files as a whole, and on the site's own templates and words."""

from renaksi.files import MAX_FILES, MAX_IMAGE_BYTES, MAX_TEXT_BYTES
from renaksi.images import MAX_SIDE
from renaksi.reader import MAX_PARTS

# In the form of `renaksi.report.manual.read_manual`, as the docstrings of other rules are.
# What stands in angle brackets are the limits below.
MANUALS = {
    "duplicate-id": """
    An id must be used by one entry of its kind only.

    Links and addresses are made from ids, and each must reach one entry.
    Bad: `- id: nimbus` twice in `data/people.yaml`.
    Good: `- id: nimbus` once in `data/people.yaml`.

    Satu pengenal hanya boleh dipakai oleh satu entri sejenis.

    Tautan dan alamat dibuat dari pengenal, dan masing-masing harus sampai ke satu entri.
    Salah: `- id: nimbus` dua kali di `data/people.yaml`.
    Benar: `- id: nimbus` sekali di `data/people.yaml`.
    """,
    "file-count": """
    content/ and data/ must not hold more than <files> files.

    So many files would make every check and every build wait.
    Bad: a page for each of 20,000 villages.
    Good: a page for all of them, with a link to a table elsewhere.

    content/ dan data/ tidak boleh berisi lebih dari <files> berkas.

    Berkas sebanyak itu membuat setiap pemeriksaan dan pembuatan situs menjadi lama.
    Salah: satu halaman untuk setiap desa dari 20.000 desa.
    Benar: satu halaman untuk semuanya, dengan tautan ke tabel di tempat lain.
    """,
    "file-name": """
    A name must have only lower-case letters, digits, full stops and hyphens.

    The same name must work on every computer and in a web address; a space or a capital letter does
    not.
    Bad: `Laporan Akhir.md`. Good: `laporan-akhir.md`.

    Nama berkas hanya boleh memakai huruf kecil, angka, titik, dan tanda hubung.

    Nama yang sama harus dapat dipakai di setiap komputer dan di alamat web; spasi dan huruf besar
    tidak.
    Salah: `Laporan Akhir.md`. Benar: `laporan-akhir.md`.
    """,
    "file-size": """
    A file must not be larger than its limit.

    A text may have <text> MB and an image <image> MB, and a file of data <parts> keys and values,
    so that no file makes everybody wait.
    Bad: a photograph of 8 MB as it comes from the camera.
    Good: the same photograph at 1,600 pixels and 300 kB.

    Berkas tidak boleh lebih besar dari batasnya.

    Teks boleh sampai <text> MB, gambar <image> MB, dan berkas data <parts> isian, agar tidak ada
    berkas yang membuat semua orang menunggu.
    Salah: foto 8 MB langsung dari kamera.
    Benar: foto yang sama dengan lebar 1.600 piksel dan ukuran 300 kB.
    """,
    "file-type": """
    content/ and data/ must hold only Markdown, YAML and, in their folder, images.

    Other files would be published without anybody having looked into them.
    Bad: `content/lampiran.docx`.
    Good: a link to the document, or its address in `data/sources.yaml`.

    content/ dan data/ hanya boleh berisi Markdown, YAML, dan, di foldernya sendiri, gambar.

    Berkas lain akan terbit tanpa diperiksa siapa pun.
    Salah: `content/lampiran.docx`.
    Benar: tautan ke dokumen itu, atau alamatnya di `data/sources.yaml`.
    """,
    "image-dimensions": """
    The sides of an image must not be longer than <side> pixels.

    No screen shows more, and readers on a telephone pay for what they load.
    Bad: a photograph of 6,000 by 4,500 pixels. Good: the same photograph at 1,600 by 1,200 pixels.

    Sisi gambar tidak boleh lebih panjang dari <side> piksel.

    Tidak ada layar yang menampilkan lebih dari itu, dan pembaca di ponsel membayar apa yang dimuat.
    Salah: foto 6.000 kali 4.500 piksel. Benar: foto yang sama, 1.600 kali 1.200 piksel.
    """,
    "image-place": """
    A photograph must not tell where it was taken.

    Cameras write the place into the file, and it can lead strangers to somebody's door.
    Bad: a photograph as the telephone stored it, with its GPS data.
    Good: the same photograph after "remove location" or a screenshot of it.

    Foto tidak boleh menyimpan tempat pengambilannya.

    Kamera menulis tempat itu ke dalam berkas, dan orang asing dapat memakainya untuk menemukan
    rumah seseorang.
    Salah: foto seperti disimpan ponsel, dengan data GPS.
    Benar: foto yang sama sesudah lokasinya dihapus, atau tangkapan layarnya.
    """,
    "image-still": """
    An image must not move.

    Movement disturbs people while they read, and cannot be stopped here.
    Bad: an animated picture. Good: one still picture from it.

    Gambar tidak boleh bergerak.

    Gerakan mengganggu orang yang membaca dan tidak dapat dihentikan di sini.
    Salah: gambar animasi. Benar: satu gambar diam darinya.
    """,
    "image-type": """
    An image must be intact and of the type that its name says.

    Browsers may refuse what is something else than its name says, and such a file may hide
    something.
    Bad: a PNG image named `forum.jpg`. Good: a JPEG image named `forum.jpg`.

    Gambar harus utuh dan jenisnya harus sesuai dengan namanya.

    Peramban dapat menolak berkas yang isinya lain dari namanya, dan berkas seperti itu dapat
    menyembunyikan sesuatu.
    Salah: gambar PNG bernama `forum.jpg`. Benar: gambar JPEG bernama `forum.jpg`.
    """,
    "known-file": """
    Every file in content/ and data/ must be one that is read.

    A file in the wrong folder, or under a wrong name, would be work that nobody ever sees.
    Bad: `content/stage/01-start.md`. Good: `content/stages/2018-2020/01-start.md`.

    Setiap berkas di content/ dan data/ harus berkas yang dibaca.

    Berkas di folder yang salah, atau dengan nama yang salah, adalah pekerjaan yang tidak dilihat
    siapa pun.
    Salah: `content/stage/01-start.md`. Benar: `content/stages/2018-2020/01-start.md`.
    """,
    "page-time": """
    A page must not take longer to be made than the limit.

    One page must not hold up the whole site. It is the last resort where no other bound helped.
    Bad: a page of thousands of headings, links and lists within lists.
    Good: the same content on several simple pages.

    Halaman tidak boleh dibuat lebih lama dari batas waktunya.

    Satu halaman tidak boleh menahan seluruh situs. Batas ini dipakai bila batas yang lain tidak
    menolong.
    Salah: halaman dengan ribuan judul, tautan, dan daftar di dalam daftar.
    Benar: isi yang sama di beberapa halaman sederhana.
    """,
    "published-id-stays": """
    A published id must not vanish without a redirect (--against).

    People have linked to it, printed it and sent it to others.
    Bad: `06-e-legislation.md` becomes `06-legislation.md`, and nothing else changes.
    Good: `06-e-legislation.md` becomes `06-legislation.md`, and `data/redirects.yaml` gains
    `{id: 06-e-legislation, kind: commitment, to: 06-legislation}`.

    Pengenal yang sudah terbit tidak boleh hilang tanpa pengalihan (--against).

    Orang sudah menautkan, mencetak, dan mengirimkannya.
    Salah: `06-e-legislation.md` menjadi `06-legislation.md`, dan hanya itu yang berubah.
    Benar: `06-e-legislation.md` menjadi `06-legislation.md`, dan di `data/redirects.yaml`
    ditambahkan `{id: 06-e-legislation, kind: commitment, to: 06-legislation}`.
    """,
    "readable-file": """
    A file must be readable, and be text in UTF-8.

    Other encodings turn letters such as é into wrong ones.
    Bad: a file saved as "ANSI" or "Windows-1252". Good: the same file saved as "UTF-8".

    Berkas harus dapat dibaca dan berupa teks UTF-8.

    Pengodean lain mengubah huruf seperti é menjadi huruf yang salah.
    Salah: berkas yang disimpan sebagai "ANSI" atau "Windows-1252".
    Benar: berkas yang sama disimpan sebagai "UTF-8".
    """,
    "regular-file": """
    content/ and data/ must hold regular files only, no links and no devices.

    A symbolic link could publish what lies outside of the project, and a device could stop the
    check.
    Bad: `data/people.yaml` as a symbolic link to a file elsewhere.
    Good: `data/people.yaml` as a file.

    content/ dan data/ hanya boleh berisi berkas biasa, bukan tautan simbolis atau perangkat.

    Tautan simbolis dapat menerbitkan isi di luar proyek, dan perangkat dapat menghentikan
    pemeriksaan.
    Salah: `data/people.yaml` berupa tautan simbolis ke berkas lain.
    Benar: `data/people.yaml` berupa berkas.
    """,
    "required-file": """
    A file that every plan has must exist.

    A page is made from each of them, and other entries refer to what they hold.
    Bad: `data/people.yaml` is removed because nobody is named.
    Good: `data/people.yaml` stays and holds `[]`, an empty list.

    Berkas yang dimiliki setiap rencana aksi harus ada.

    Setiap berkas itu menjadi halaman, dan entri lain merujuk isinya.
    Salah: `data/people.yaml` dihapus karena tidak ada orang yang disebut.
    Benar: `data/people.yaml` tetap ada dan berisi `[]`, daftar kosong.
    """,
    "string-in-every-language": """
    A word of the site must be there in every language.

    A page cannot be made in a language that lacks one of its words.
    Bad: `menu.open` in `navigation.id.yaml` alone.
    Good: `menu.open` in `navigation.id.yaml` and in `navigation.en.yaml`.

    Kata situs harus ada dalam setiap bahasa.

    Halaman tidak dapat dibuat dalam bahasa yang kekurangan salah satu katanya.
    Salah: `menu.open` hanya di `navigation.id.yaml`.
    Benar: `menu.open` di `navigation.id.yaml` dan di `navigation.en.yaml`.
    """,
    "string-once": """
    A word of the site must be written once for each language.

    Of two words under one name, only the last would be used, and the other mended in vain.
    Bad: `menu.open` in `navigation.id.yaml` and in `pages.id.yaml`.
    Good: `menu.open` in `navigation.id.yaml` alone.

    Kata situs hanya boleh ditulis sekali untuk setiap bahasa.

    Dari dua kata dengan nama yang sama, hanya yang terakhir dipakai, dan yang lain diperbaiki
    sia-sia.
    Salah: `menu.open` di `navigation.id.yaml` dan di `pages.id.yaml`.
    Benar: `menu.open` hanya di `navigation.id.yaml`.
    """,
    "template": """
    A template of the theme must be one that can be read and filled in.

    Every page of its kind is made from it.
    Bad: `{% if text %}{{ text }}`. Good: `{% if text %}{{ text }}{% endif %}`.

    Templat tema harus dapat dibaca dan diisi.

    Setiap halaman sejenis dibuat darinya.
    Salah: `{% if text %}{{ text }}`. Benar: `{% if text %}{{ text }}{% endif %}`.
    """,
}

# What each of them is, as a number.
LIMITS = {
    "files": MAX_FILES,
    "image": MAX_IMAGE_BYTES // 1_000_000,
    "parts": MAX_PARTS,
    "side": MAX_SIDE,
    "text": MAX_TEXT_BYTES // 1_000_000,
}
