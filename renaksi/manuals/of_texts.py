"""The manuals of the rules on what stands in a file: YAML, fields and narratives."""

from renaksi.bounds import MAX_CELLS, MAX_CHARACTERS, MAX_DEPTH, MAX_LINE, MAX_LINES
from renaksi.reader import MAX_SCALAR

# In the form of `renaksi.report.manual.read_manual`, as the docstrings of other rules are.
# What stands in angle brackets are the limits below.
MANUALS = {
    "canonical-form": """
    A file must be one that `renaksi fmt` can put in order without a loss.

    Where a value or a comment would come out otherwise, the file is left as it is. It is the last
    resort, and a good reason to tell us.
    Bad: a file with comments in unusual places, such as within a value.
    Good: each comment on a line of its own, above what it is about.

    Berkas harus dapat dirapikan oleh `renaksi fmt` tanpa ada yang hilang.

    Jika isi atau komentarnya akan berubah, berkas dibiarkan seperti semula. Ini jarang terjadi;
    beri tahu kami bila Anda mengalaminya.
    Salah: berkas dengan komentar di tempat yang tidak biasa, misalnya di tengah isian.
    Benar: setiap komentar di barisnya sendiri, di atas yang dijelaskannya.
    """,
    "date-form": """
    A date must be written YYYY, YYYY-MM or YYYY-MM-DD, and be in the calendar.

    Only this order means the same to everybody. Leave out the day, or month and day, that the
    source does not give.
    Bad: `date: 31/12/2020`. Good: `date: 2020-12-31`.

    Tanggal harus ditulis TTTT, TTTT-BB, atau TTTT-BB-HH, dan ada di kalender.

    Hanya urutan ini yang artinya sama bagi semua orang. Hari, atau bulan dan hari, yang tidak
    disebut sumber tidak ditulis.
    Salah: `date: 31/12/2020`. Benar: `date: 2020-12-31`.
    """,
    "duplicate-key": """
    A key must not be written twice in one record.

    Nobody could tell which of the two values holds.
    Bad: `{number: 4, number: 5}`. Good: `{number: 4}`.

    Satu isian tidak boleh ditulis dua kali di tempat yang sama.

    Tidak ada yang tahu nilai mana yang berlaku.
    Salah: `{number: 4, number: 5}`. Benar: `{number: 4}`.
    """,
    "field-value": """
    A value must have the type and form of its field.

    Pages show, sort and compare values, which they can only do with what the data dictionary
    describes.
    Bad: `completion: subtantial`. Good: `completion: substantial`.

    Isi harus sesuai dengan jenis dan bentuk isiannya.

    Halaman menampilkan, mengurutkan, dan membandingkan isi, dan itu hanya mungkin bila ditulis
    seperti diuraikan kamus data.
    Salah: `completion: subtantial`. Benar: `completion: substantial`.
    """,
    "front-matter": """
    A Markdown file must begin with data between two "---" lines.

    All the facts of the page stand there, the narrative below. A third such line among the facts
    would end them too soon, and the rest would be published as words of the narrative.
    Bad: a first line `# Rapat awal`; or a line `---` between two fields.
    Good: a first line `---`, then `id: 03-kick-off` and the other fields, then again `---`.

    Berkas Markdown harus diawali data di antara dua baris "---".

    Di sanalah semua fakta halaman itu, dan narasinya di bawah. Baris seperti itu di tengah fakta
    akan mengakhirinya terlalu awal, dan sisanya terbit sebagai kata-kata narasi.
    Salah: baris pertama `# Rapat awal`; atau baris `---` di antara dua isian.
    Benar: baris pertama `---`, lalu `id: 03-kick-off` dan isian lain, lalu `---` lagi.
    """,
    "hidden-character": r"""
    A text must not hold control characters, marks that change direction, or special spaces where
    YAML needs a plain one.

    They cannot be seen, often come with copied text, and can make words say something else than
    they seem to.
    Bad: `title: "Rapat\u202e awal"`. Good: `title: "Rapat awal"`.

    Teks tidak boleh memuat karakter kendali, tanda pengubah arah, atau spasi khusus di tempat YAML
    memerlukan spasi biasa.

    Tanda itu tidak terlihat, sering terbawa dari teks yang disalin, dan dapat membuat kata berarti
    lain dari yang tampak.
    Salah: `title: "Rapat\u202e awal"`. Benar: `title: "Rapat awal"`.
    """,
    "known-key": """
    A key must be one of its record's.

    What stands under a misspelt key would never be shown. The data dictionary lists all keys.
    Bad: `dat: 2020-07`. Good: `date: 2020-07`.

    Nama isian harus salah satu yang dikenal di tempat itu.

    Isi di bawah nama yang salah eja tidak akan pernah tampil. Semua nama ada di kamus data.
    Salah: `dat: 2020-07`. Benar: `date: 2020-07`.
    """,
    "line-length": """
    A line of a narrative must not have more than <line> characters.

    Lines of such a length come from data or code that was pasted; they cannot be read or compared.
    Bad: a table pasted into one line. Good: the same table with a line for each row.

    Satu baris narasi tidak boleh lebih dari <line> karakter.

    Baris sepanjang itu biasanya data atau kode yang ditempel; tidak dapat dibaca atau dibandingkan.
    Salah: tabel yang ditempel dalam satu baris.
    Benar: tabel yang sama, satu baris untuk setiap barisnya.
    """,
    "lost-text": """
    A text must not lose its end to YAML.

    In an unquoted text, YAML takes a "#" behind a space for the start of a remark and drops the
    rest. A remark of your own is written with a space after the "#".
    Bad: `note: Mendorong #1 partisipasi`. Good: `note: "Mendorong #1 partisipasi"`.

    Akhir sebuah teks tidak boleh hilang karena YAML.

    Dalam teks tanpa tanda kutip, "#" sesudah spasi dianggap awal catatan, dan kata-kata
    selanjutnya dibuang. Catatan Anda sendiri ditulis dengan spasi sesudah "#".
    Salah: `note: Mendorong #1 partisipasi`. Benar: `note: "Mendorong #1 partisipasi"`.
    """,
    "merge-conflict": """
    A file must not hold the marks of two versions that were not merged.

    Readers would see both versions, and the marks.
    Bad: `<<<<<<< HEAD` above one version and `>>>>>>> branch` below the other.
    Good: one version, without the marks.

    Berkas tidak boleh memuat tanda dua versi yang belum digabungkan.

    Pembaca akan melihat kedua versi itu beserta tandanya.
    Salah: `<<<<<<< HEAD` di atas satu versi dan `>>>>>>> branch` di bawah yang lain.
    Benar: satu versi, tanpa tandanya.
    """,
    "nesting": """
    Content must not be nested more than <depth> levels deep.

    Nobody can follow it, and it can stop the programs that read it.
    Bad: <depth> lists, each within the one before, and one more. Good: a list within a list.

    Isi tidak boleh bertingkat lebih dari <depth> lapis.

    Tidak ada yang dapat mengikutinya, dan program yang membacanya dapat berhenti.
    Salah: <depth> daftar, masing-masing di dalam yang sebelumnya, dan satu lagi.
    Benar: daftar di dalam daftar.
    """,
    "page-length": """
    A narrative must not have more than <characters> characters or <lines> lines.

    A page of that length cannot be read on a telephone, and takes long to be made.
    Bad: a whole report as one page. Good: what the report says in short, and a link to it.

    Narasi tidak boleh lebih dari <characters> karakter atau <lines> baris.

    Halaman sepanjang itu tidak dapat dibaca di ponsel dan lama dibuat.
    Salah: satu laporan utuh sebagai satu halaman.
    Benar: ringkasan isi laporan, dan tautan ke laporan itu.
    """,
    "plain-yaml": """
    YAML must do without anchors, aliases, tags and more than one document.

    A text then means what it says where it stands. Words that begin with "&", "*" or "!" go in
    quotes.
    Bad: `title: !penting Rapat awal`. Good: `title: "!penting Rapat awal"`.

    YAML harus tanpa jangkar, alias, tag, dan lebih dari satu dokumen.

    Dengan begitu teks berarti seperti yang tertulis di tempatnya. Kata yang diawali "&", "*", atau
    "!" diapit tanda kutip.
    Salah: `title: !penting Rapat awal`. Benar: `title: "!penting Rapat awal"`.
    """,
    "required-key": """
    A key that a record cannot do without must be given.

    Without it the record says nothing, or cannot be shown. The data dictionary marks such keys.
    Bad: `{id: 6-elegislation, kind: commitment}`.
    Good: `{id: 6-elegislation, kind: commitment, to: 06-e-legislation}`.

    Isian yang wajib harus ditulis.

    Tanpa isian itu catatannya tidak berarti atau tidak dapat ditampilkan. Kamus data menandai isian
    yang wajib.
    Salah: `{id: 6-elegislation, kind: commitment}`.
    Benar: `{id: 6-elegislation, kind: commitment, to: 06-e-legislation}`.
    """,
    "scalar-length": """
    A single value must not have more than <scalar> characters.

    Fields are for short facts; what is longer belongs in the narrative below.
    Bad: a whole chapter as `progress`.
    Good: two sentences as `progress`, and the rest in the document that is its source.

    Satu isian tidak boleh lebih dari <scalar> karakter.

    Isian adalah untuk fakta yang pendek; yang lebih panjang ditulis di narasi di bawahnya.
    Salah: satu bab utuh sebagai `progress`.
    Benar: dua kalimat sebagai `progress`, dan selebihnya di dokumen sumbernya.
    """,
    "tab-character": """
    YAML must not hold tabs.

    A tab looks like spaces, but YAML counts it otherwise.
    Bad: a line that begins with a tab.
    Good: a line that begins with spaces, as many as the line above.

    YAML tidak boleh memuat tab.

    Tab tampak seperti spasi, tetapi dihitung lain oleh YAML.
    Salah: baris yang diawali tab. Benar: baris yang diawali spasi, sebanyak baris di atasnya.
    """,
    "table-size": """
    The tables of a narrative must not have more than <cells> cells.

    Every row is given all columns of the head, so a short text can become a page that no browser
    bears.
    Bad: a head of 1,000 columns above 1,000 rows.
    Good: a table of the columns that readers need, and a link to the rest.

    Tabel dalam narasi tidak boleh lebih dari <cells> sel.

    Setiap baris diberi semua kolom dari kepala tabel, sehingga teks pendek dapat menjadi halaman
    yang tidak sanggup dibuka peramban.
    Salah: kepala tabel dengan 1.000 kolom di atas 1.000 baris.
    Benar: tabel dengan kolom yang diperlukan pembaca, dan tautan ke selebihnya.
    """,
    "translation-keys": """
    A translation must hold no data but the hash of its source.

    All facts are kept in the Indonesian file, so that the two cannot contradict each other.
    Bad: `number: 3` at the top of `03-kick-off.en.md`.
    Good: `number: 3` at the top of `03-kick-off.md`.

    Berkas terjemahan tidak boleh memuat data selain sidik teks sumbernya.

    Semua fakta ada di berkas bahasa Indonesia, sehingga keduanya tidak dapat bertentangan.
    Salah: `number: 3` di awal `03-kick-off.en.md`. Benar: `number: 3` di awal `03-kick-off.md`.
    """,
    "yaml-syntax": """
    YAML must follow YAML's syntax.

    Otherwise nothing in the file can be read. Most often a text with a colon lacks quotes, a
    quotation mark is not closed, or the spaces at the start of a line differ.
    Bad: `title: Rapat: awal`. Good: `title: "Rapat: awal"`.

    YAML harus ditulis menurut aturan YAML.

    Jika tidak, isi berkas tidak dapat dibaca sama sekali. Paling sering teks dengan titik dua tidak
    diapit tanda kutip, tanda kutip tidak ditutup, atau jumlah spasi di awal baris berbeda.
    Salah: `title: Rapat: awal`. Benar: `title: "Rapat: awal"`.
    """,
}

LIMITS = {
    "cells": MAX_CELLS,
    "characters": MAX_CHARACTERS,
    "depth": MAX_DEPTH,
    "line": MAX_LINE,
    "lines": MAX_LINES,
    "scalar": MAX_SCALAR,
}
