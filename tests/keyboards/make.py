"""Writes one file a layout: what each of the keys that type a character produces, alone and with Shift.

Needs libxkbcommon and xkeyboard-config (Debian: libxkbcommon0, xkb-data). The folder and the version of
xkeyboard-config are the arguments: python3 make.py . 2.35.1
"""

import ctypes
import sys
import unicodedata

# The keys by their names in XKB, in the order of a US keyboard, with what they produce there.
ROWS = [
    ("TLDE", "`~"),
    *[(f"AE{n + 1:02}", pair) for n, pair in enumerate("1! 2@ 3# 4$ 5% 6^ 7& 8* 9( 0) -_ =+".split())],
    *[(f"AD{n + 1:02}", pair) for n, pair in enumerate("qQ wW eE rR tT yY uU iI oO pP [{ ]}".split())],
    *[(f"AC{n + 1:02}", pair) for n, pair in enumerate("aA sS dD fF gG hH jJ kK lL ;: '\"".split())],
    ("BKSL", "\\|"),
    *[(f"AB{n + 1:02}", pair) for n, pair in enumerate("zZ xX cC vV bB nN mM ,< .> /?".split())],
]
LAYOUTS = {"ru": "ru", "uk": "ua", "kk": "kz", "el": "gr", "ar": "ara", "fa": "ir", "he": "il"}


class Names(ctypes.Structure):
    _fields_ = [(name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


xkb = ctypes.CDLL("libxkbcommon.so.0")
xkb.xkb_context_new.restype = ctypes.c_void_p
xkb.xkb_context_new.argtypes = [ctypes.c_int]
xkb.xkb_keymap_new_from_names.restype = ctypes.c_void_p
xkb.xkb_keymap_new_from_names.argtypes = [ctypes.c_void_p, ctypes.POINTER(Names), ctypes.c_int]
xkb.xkb_keymap_key_by_name.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
xkb.xkb_keymap_key_get_syms_by_level.argtypes = [
    ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_uint32,
    ctypes.POINTER(ctypes.POINTER(ctypes.c_uint32)),
]


def produced(keymap, key, level):
    """The character as it stands, or as its number if it would not stand out; `-` for none."""
    symbols = ctypes.POINTER(ctypes.c_uint32)()
    code = xkb.xkb_keymap_key_by_name(keymap, key.encode())
    count = xkb.xkb_keymap_key_get_syms_by_level(keymap, code, 0, level, ctypes.byref(symbols))
    point = xkb.xkb_keysym_to_utf32(symbols[0]) if count == 1 else 0
    if not point:
        return "-"
    kind = unicodedata.category(chr(point))
    return chr(point) if kind[0] in "LNPS" else f"U+{point:04X}"


folder, version = sys.argv[1:]
context = xkb.xkb_context_new(0)
for language, layout in LAYOUTS.items():
    keymap = xkb.xkb_keymap_new_from_names(context, Names(b"evdev", b"pc105", layout.encode(), b"", b""), 0)
    with open(f"{folder}/{language}.txt", "w", encoding="utf-8") as file:
        print(f"# symbols/{layout} of xkeyboard-config {version} (MIT licence), written by make.py", file=file)
        for key, (low, high) in ROWS:
            print(low, high, produced(keymap, key, 0), produced(keymap, key, 1), file=file)
