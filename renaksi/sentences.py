"""What pydantic's complaints mean in plain words, in Indonesian and English.

`{found}` is the value, `{key}` the key; other names are pydantic's own, such as `{le}`.
"""

from typing import Any

from renaksi.model.base import Code, Email, Id, LanguageCode, Line
from renaksi.model.commitment import ReportingPeriod, Sha256
from renaksi.model.plan import Period


def pattern_of(annotated: Any) -> str:
    """The pattern that an annotated type of the model asks for."""
    pattern: str = annotated.__metadata__[0].pattern
    return pattern


# What each form of the model means in words. A test keeps this complete.
FORMS = {
    pattern_of(Id): (
        "Pengenal hanya memakai huruf kecil a-z, angka, dan tanda hubung di antaranya: {found}.",
        "An identifier has only lower-case letters a-z, digits and hyphens between them: {found}.",
    ),
    pattern_of(Code): (
        "Kode ditulis tanpa spasi dan tanpa tanda kutip di dalamnya: {found}.",
        "A code is written without spaces and without quotation marks in it: {found}.",
    ),
    pattern_of(LanguageCode): (
        "Kode bahasa terdiri dari dua atau tiga huruf kecil, seperti id atau en: {found}.",
        "A language code has two or three lower-case letters, such as id or en: {found}.",
    ),
    pattern_of(Line): (
        "Teks ini hanya berisi spasi; isilah, atau hapus barisnya.",
        "This text holds nothing but spaces; fill it in or remove the line.",
    ),
    pattern_of(Period): (
        "Periode ditulis dengan dua tahun, misalnya 2018-2020: {found}.",
        "A period is written as two years, such as 2018-2020: {found}.",
    ),
    pattern_of(ReportingPeriod): (
        "Masa laporan harus berupa design, mid-term, end-of-term, tahun (2020), atau "
        "semester (2020-S1): {found}.",
        "A reporting period must be design, mid-term, end-of-term, a year (2020) or a "
        "half-year (2020-S1): {found}.",
    ),
    pattern_of(Email): (
        "Alamat surel ditulis seperti nama@contoh.org: {found}.",
        "An e-mail address is written like name@example.org: {found}.",
    ),
    pattern_of(Sha256): (
        "Sidik SHA-256 terdiri dari 64 tanda, angka 0-9 dan huruf kecil a-f: {found}.",
        "A SHA-256 checksum has 64 characters, digits 0-9 and lower-case letters a-f: {found}.",
    ),
}

TEXTS: dict[str, tuple[str, str]] = {
    "missing": ('Isian "{key}" wajib ada.', 'The key "{key}" must be given.'),
    "extra_forbidden": ('Isian "{key}" tidak dikenal.', 'The key "{key}" is not known.'),
    "int_parsing": ("Harus berupa bilangan bulat: {found}.", "Must be a whole number: {found}."),
    "bool_parsing": ("Harus true atau false: {found}.", "Must be true or false: {found}."),
    "enum": ("Nilai {found} tidak dikenal.", "The value {found} is not known."),
    "partial_date": (
        "Tanggal harus ditulis TTTT, TTTT-BB, atau TTTT-BB-HH (misalnya 2018-08-08): {found}.",
        "A date must be written YYYY, YYYY-MM or YYYY-MM-DD (such as 2018-08-08): {found}.",
    ),
    "impossible_date": (
        "Tanggal ini tidak ada di kalender: {found}.",
        "There is no such date in the calendar: {found}.",
    ),
    "short_year": (
        "Tahun harus ditulis dengan empat angka, misalnya 2019-12-31: {found}.",
        "A year must be written with four digits, such as 2019-12-31: {found}.",
    ),
    "web_address": (
        "Alamat web harus dimulai dengan http:// atau https:// tanpa spasi: {found}.",
        "A web address must begin with http:// or https:// and hold no space: {found}.",
    ),
    "string_pattern_mismatch": (
        "Bentuk tulisan tidak sesuai: {found}.",
        "Not written in the expected form: {found}.",
    ),
    "string_too_short": ("Tidak boleh kosong.", "Must not be empty."),
    "too_short": ("Tidak boleh kosong.", "Must not be empty."),
    "string_too_long": (
        "Terlalu panjang; pendekkan menjadi paling banyak {max_length} huruf.",
        "Too long; shorten it to at most {max_length} characters.",
    ),
    "greater_than_equal": (
        "Angka ini terlalu kecil, paling sedikit {ge}: {found}.",
        "This number is too small, it must be at least {ge}: {found}.",
    ),
    "less_than_equal": (
        "Angka ini terlalu besar, paling banyak {le}: {found}. Periksa jumlah angkanya.",
        "This number is too large, it must be at most {le}: {found}. Check how many digits it has.",
    ),
    "int_parsing_size": (
        "Angka ini terlalu besar: {found}. Periksa jumlah angkanya.",
        "This number is too large: {found}. Check how many digits it has.",
    ),
    "string_type": (
        'Harus berupa teks; teks yang diawali "[" atau "{{" harus diapit tanda kutip.',
        'Must be text; a text that begins with "[" or "{{" must stand in quotes.',
    ),
    "tuple_type": (
        'Harus berupa daftar (baris dengan "- "): {found}.',
        'Must be a list (lines with "- "): {found}.',
    ),
    "dash_type": (
        'Baris daftar harus dimulai dengan tanda hubung dan spasi, "- ": {found}.',
        'A line of a list must begin with a hyphen and a space, "- ": {found}.',
    ),
    "colon_type": (
        "Sesudah titik dua harus ada spasi: {found}.",
        "A space must follow the colon: {found}.",
    ),
    "empty": (
        "Isian ini kosong; isilah, atau hapus barisnya.",
        "This field is empty; fill it in or remove the line.",
    ),
    "empty_file": ("Berkas ini kosong.", "This file is empty."),
    "fact_type": (
        "Fakta ditulis dengan dua baris di bawahnya, value: ... dan source: ..., bukan {found}.",
        "A fact is written as two lines below it, value: ... and source: ..., not {found}.",
    ),
    "record_type": (
        "Harus berupa isian bernama (baris seperti kunci: nilai).",
        "Must be named fields (lines such as key: value).",
    ),
    "dict_type": (
        "Harus berupa pasangan kunci dan nilai (misalnya id: ... dan en: ...).",
        "Must be pairs of key and value (such as id: ... and en: ...).",
    ),
}
ALIASES = {
    "model_type": "dict_type",
    "model_attributes_type": "dict_type",
    "int_type": "int_parsing",
    "bool_type": "bool_parsing",
    "int_from_float": "int_parsing",
    "literal_error": "enum",
}
FALLBACK = ("Isi tidak sesuai: {found}.", "The value does not fit: {found}.")
