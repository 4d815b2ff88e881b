"""Why a cell stands in the report of an import, in both languages."""

from enum import StrEnum

from renaksi.problem import Message


class Need(StrEnum):
    """What a line of the report asks of a reader, the most urgent first."""

    LOOK = "look"
    FORM = "form"
    NO_FIELD = "no-field"
    OGP = "ogp"
    NOTHING = "nothing"


def free_number(number: int) -> Message:
    """The commitment has another number than the table gives."""
    return Message(
        id=f"Bukan nomor bulat yang masih bebas, jadi komitmen ini diberi nomor {number}. "
        "Nomor aslinya disimpan di related_facts.",
        en=f"Not a whole number that is still free, so this commitment was given number {number}. "
        "The original is kept in related_facts.",
    )


def without_number(number: int) -> Message:
    """The table gives no number."""
    return Message(
        id=f"Tanpa nomor, jadi komitmen ini diberi nomor {number}.",
        en=f"Without a number, so this commitment was given number {number}.",
    )


def vague_date(year: str) -> Message:
    """Only the year of a date is sure."""
    return Message(
        id="Tidak jelas mana hari dan mana bulan, dan tanggal lain tidak membantu; hanya tahunnya "
        f"yang dicatat: {year}.",
        en="Which number is the day and which the month is not clear, and no other date tells; "
        f"only the year was kept: {year}.",
    )


def kept_as(value: str) -> Message:
    """The value is there in another writing."""
    shown = value if len(value) <= 100 else f"{value[:99]}…"
    return Message(
        id=f'Tersimpan dengan tulisan lain: "{shown}".', en=f'Kept, but written: "{shown}".'
    )


NO_DATE = Message(
    id="Bukan tanggal yang dapat dibaca; tanggal tidak diisi.",
    en="Not a date that can be read; no date was filled in.",
)
REVERSED = Message(
    id="Menurut tabel, tanggal selesai mendahului tanggal mulai; keduanya disimpan, dan "
    "data/exceptions.yaml mencatatnya. Periksa pada rencana aksinya.",
    en="By the table the end lies before the start; both are kept, and data/exceptions.yaml says "
    "so. Check it in the plan.",
)
TOO_LONG = Message(
    id="Lebih panjang dari yang dapat ditampung isian ini; tidak disimpan.",
    en="Longer than this field can hold; not kept.",
)
NO_ADDRESS = Message(
    id="Bukan alamat web (https://…); tidak disimpan.",
    en="Not a web address (https://…); not kept.",
)
NO_CODE = Message(
    id="Kode harus tanpa spasi dan tanda kutip, paling panjang 100 huruf; tidak disimpan.",
    en="A code must have no spaces or quotation marks and at most 100 letters; not kept.",
)
NO_VALUE = Message(
    id="Bukan nilai yang dikenal isian ini; tidak disimpan.",
    en="Not a value that this field knows; not kept.",
)
NEWER_SCALE = Message(
    id="Hasil awal menurut skala yang dipakai sejak 2021; isian hasil awal di sini memakai skala "
    "sebelumnya. Tidak disimpan.",
    en="Early results on the scale used since 2021; the field for early results here has the one "
    "before. Not kept.",
)
MAYBE_SEVERAL = Message(
    id="Mungkin menyebut beberapa lembaga; disimpan sebagai satu, dengan kata-kata sel ini.",
    en="May name several institutions; kept as one, in the words of this cell.",
)
NO_TITLE = Message(
    id="Judul tidak ada atau terlalu panjang; komitmen diberi judul menurut nomornya.",
    en="There is no title, or it is too long; the commitment was named after its number.",
)
UNDATED = Message(
    id="Tahun terbit laporan IRM tidak ada, dan penilaian tanpa tanggal tidak boleh disimpan.",
    en="The year of the IRM's report is not given, and a rating without a date must not be kept.",
)
YEAR_OF_OTHERS = Message(
    id="Tahun laporannya tidak ada di baris ini; dipakai tahun dari baris lain rencana yang sama.",
    en="This row has no year of the report; that of other rows of the same plan was taken.",
)
GUESSED = Message(
    id="Berisi huruf yang bukan UTF-8; dibaca sebagai Windows-1252. Periksa huruf-hurufnya.",
    en="Holds letters that are not UTF-8; read as Windows-1252. Check the letters.",
)
DIVIDED = Message(
    id="Dibagi menjadi beberapa lembaga menurut nomor atau tanda daftarnya; tulisan aslinya ini.",
    en="Divided into several institutions by its numbers or signs of a list; this is what it said.",
)
UNFIT = Message(
    id="Nilai ini tidak muat di isian data; tidak disimpan.",
    en="This value does not fit the field of the corpus; not kept.",
)
OF_PLAN = Message(
    id="Berbeda dari baris lain rencana aksi yang sama; yang disimpan adalah nilai terbanyak.",
    en="Differs from other rows of the same plan; the value of most rows was kept.",
)
OF_CODE = Message(
    id="Kode ini tidak cocok dengan kata di kolom sebelahnya; yang disimpan adalah katanya.",
    en="This code does not fit the word in the column beside it; the word was kept.",
)
UNKNOWN_COLUMN = Message(
    id="Kolom ini tidak ada dalam tabel OGP yang dikenal.",
    en="This column is not one of OGP's table as it is known.",
)
NO_FIELD = Message(
    id="Data di sini tidak mempunyai isian untuk kolom ini.",
    en="The corpus has no field for this column.",
)
OF_OGP = Message(
    id="OGP menghitung atau mengurus sendiri kolom ini.",
    en="OGP computes this column, or keeps it for itself.",
)
SAYS_NOTHING = Message(
    id="Sel ini mengatakan bahwa nilainya tidak ada atau tidak diketahui.",
    en="This cell says that there is no value, or that it is not known.",
)
