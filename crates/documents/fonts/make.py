"""Makes the fonts of the documents (TrueType) and of the site (WOFF2) from Adobe's releases.

    npm install --prefix DIR source-serif@4.5.1 source-sans@3.52.0
    pip install fonttools==4.68.0 brotli==1.2.1
    python3 crates/documents/fonts/make.py DIR/node_modules

The output is committed, so this runs only when a character or a weight is added.
"""

import copy
import os
import sys
import tempfile

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

HERE = os.path.dirname(os.path.abspath(__file__))
SITE = os.path.join(HERE, "..", "..", "..", "www", "fonts")

# What the site is written in: French, with the names of people and firms of Western Europe. The system's font has the rest.
SITE_CHARACTERS = [
    *range(0x20, 0x7F), *range(0xC0, 0x100), 0x152, 0x153, 0x178,
    *map(ord, "\u00a0\u202f§°²·×÷«»‹›‐\u2011–—‘’“”•…−€✓"),
]
# What French and English need, and common signs.
LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153, 0x178,
    0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2039, 0x203A,
    0x20AC, 0x2116, 0x2190, 0x2191, 0x2192, 0x2193, 0x2197, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2713,
]
# Names of people and firms in any European alphabet: Latin with its extensions, Greek, Cyrillic; Vietnamese too. No combining
# mark: the layout would set it beside its letter.
EUROPEAN = [
    *LATIN, *range(0x100, 0x180), 0x18F, 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1CD, 0x1DD), *range(0x1E6, 0x1E8),
    *range(0x1FA, 0x21C), 0x22A, 0x22B, 0x232, 0x233, 0x259, 0x2BB, 0x2BC, 0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD,
    *range(0x384, 0x3CF), *range(0x400, 0x460), 0x490, 0x491,
    *range(0x1E00, 0x1EFA),
    # What is pasted: fixed spaces, ligatures, signs.
    *range(0x2002, 0x200B), 0x2012, 0x2015, 0x201A, 0x201E, 0x2020, 0x2021, 0x2033, 0x2044, 0x20BD, 0x2122, 0xFB01, 0xFB02,
]

# A hyphen that doesn't break the line is drawn like any other; Source leaves it to the layout.
NO_BREAK_HYPHEN, HYPHEN = 0x2011, 0x2010

# The narrow no-break space of Source, an eighth of an em, vanishes between tabular figures: 1 917,71 reads 1917,71.
NARROW_SPACE = 0x202F


# Copyright, family, style, identifier, full name, version, PostScript name, licence and its address.
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]

# On the site the licence lies beside, as `OFL.txt`.
WEB_NAMES = [0, 1, 2, 3, 4, 6]

# The type of lookup of GPOS that adjusts pairs.
PAIRS = 2

# What is kerned (not what lines break at: their widths then simply add up), and the least kerning worth a pair, in thousandths of the em.
KERNED = "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÂÇÈÉÊÎÔŒabcdefghijklmnopqrstuvwxyzàâçèéêëîïôùûœ.,:;’«»()"
KERNING = 15

# 1 January 2000, counted from 1904 as fonts do: the same bytes every time.
EPOCH = 3029529600


def make(source, family, style, characters, axes, narrow, out):
    """One font: subset, pinned to its axes, its narrow space widened, under a name of its own."""
    web = out.endswith(".woff2")
    font = TTFont(source)
    options = Options()
    options.layout_features = ["kern"] if web else ["kern", "ccmp"]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    # Saved and read again: pinning needs the tables as they are in a file.
    with tempfile.NamedTemporaryFile(suffix=".ttf") as file:
        font.save(file.name)
        font = TTFont(file.name)
        font = instantiateVariableFont(font, axes, overlap=OverlapMode.KEEP_AND_DONT_SET_FLAGS)
    space = font.getBestCmap()[NARROW_SPACE]
    font["hmtx"][space] = (narrow, 0)
    if "gvar" in font:
        font["gvar"].variations[space] = []
        # Advances then come from gvar alone, where this glyph no longer varies.
        if "HVAR" in font:
            del font["HVAR"]
    for table in font["cmap"].tables:
        table.cmap[NO_BREAK_HYPHEN] = table.cmap[HYPHEN]
    pairs = kerning_of_french(font)
    for table in ("STAT", "BASE", "GDEF", "GPOS", "GSUB", "MVAR"):
        if table in font:
            del font[table]
    if web:
        add_positioning(font, pairs)
    else:
        add_table(font, pairs)
        part_characters(font)
    rename(font, family, style, web)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = EPOCH
    if web:
        font.flavor = "woff2"
    font.save(out)
    print(f"{os.path.relpath(out)}: {os.path.getsize(out)} bytes, {len(font.getBestCmap())} characters")


def kerning_of_french(font):
    """What is added between two letters that stand side by side in French."""
    cmap = font.getBestCmap()
    glyphs = [cmap[ord(character)] for character in KERNED]
    gpos = font["GPOS"].table
    lookups = sorted({i for record in gpos.FeatureList.FeatureRecord if record.FeatureTag == "kern"
                      for i in record.Feature.LookupListIndex})
    pairs = {}
    for left in glyphs:
        for right in glyphs:
            value = sum(kerning(gpos.LookupList.Lookup[i], left, right) for i in lookups)
            if abs(value) >= KERNING:
                pairs[left, right] = value
    return pairs


def add_positioning(font, pairs):
    """The pairs as browsers read them."""
    rules = "".join(f"  pos {left} {right} {value};\n" for (left, right), value in pairs.items())
    addOpenTypeFeaturesFromString(font, f"languagesystem DFLT dflt;\nlanguagesystem latn dflt;\nfeature kern {{\n{rules}}} kern;\n")


def add_table(font, pairs):
    """The pairs as a plain list: what a layout without shaping can read."""
    subtable = KernTable_format_0()
    subtable.apple, subtable.coverage, subtable.version, subtable.format = False, 1, 0, 0
    subtable.kernTable = pairs
    table = font["kern"] = newTable("kern")
    table.version, table.kernTables = 0, [subtable]


def part_characters(font):
    """A glyph of its own for every character, such as the two spaces: what is copied from the PDF is what was written,
    without marks around it."""
    shown = set()
    order = font.getGlyphOrder()
    for character, glyph in sorted(font.getBestCmap().items()):
        if glyph in shown:
            twin = f"{glyph}.{character:04X}"
            order = [*order, twin]
            font.setGlyphOrder(order)
            font["glyf"][twin] = copy.deepcopy(font["glyf"][glyph])
            font["hmtx"][twin] = font["hmtx"][glyph]
            font["gvar"].variations[twin] = copy.deepcopy(font["gvar"].variations.get(glyph, []))
            for table in font["cmap"].tables:
                if character in table.cmap:
                    table.cmap[character] = twin
        shown.add(glyph)


def kerning(lookup, left, right):
    """What a lookup of GPOS adds between two glyphs: the first of its subtables that knows the pair decides."""
    for subtable in lookup.SubTable:
        subtable = getattr(subtable, "ExtSubTable", subtable)
        if subtable.LookupType != PAIRS or left not in subtable.Coverage.glyphs:
            continue
        if subtable.Format == 1:
            for pair in subtable.PairSet[subtable.Coverage.glyphs.index(left)].PairValueRecord:
                if pair.SecondGlyph == right:
                    return advance(pair.Value1)
        else:
            first = subtable.ClassDef1.classDefs.get(left, 0)
            second = subtable.ClassDef2.classDefs.get(right, 0)
            return advance(subtable.Class1Record[first].Class2Record[second].Value1)
    return 0


def advance(value):
    """The horizontal part of a value record."""
    return getattr(value, "XAdvance", 0) if value else 0


def rename(font, family, style, web):
    """« Source » is a reserved font name: a changed font may not bear it (OFL, condition 3)."""
    names = font["name"]
    version = names.getDebugName(5).split(";")[0]
    full = f"{family} {style}"
    for identifier, text in {1: family, 2: style, 3: f"{full}; {version}", 4: full, 6: full.replace(" ", "-")}.items():
        names.removeNames(nameID=identifier)
        names.setName(text, identifier, 3, 1, 0x409)
    kept = set(WEB_NAMES if web else NAMES)
    if "fvar" in font:
        font["fvar"].instances = []
        kept |= {axis.axisNameID for axis in font["fvar"].axes}
    for identifier in {record.nameID for record in names.names} - kept:
        names.removeNames(nameID=identifier)


def main(modules):
    """Every font of the project."""
    serif = os.path.join(modules, "source-serif", "VAR", "SourceSerif4Variable-Roman.ttf")
    sans = os.path.join(modules, "source-sans", "VF", "SourceSans3VF-Upright.ttf")
    # On paper: the drawing for small text, digits tabular as they come. One file for both weights: an eighth less to download.
    make(serif, "Dument Serif", "Regular", EUROPEAN, {"opsz": 16, "wght": (400, 600)}, 200, os.path.join(HERE, "dument-serif.ttf"))
    # On screen: the drawing for large sizes and one weight for headings and figures; the drawing of the paper, both weights, for
    # the letters, fetched with the first of them.
    make(serif, "Dument Display", "Regular", SITE_CHARACTERS, {"opsz": 28, "wght": 520}, 220, os.path.join(SITE, "dument-display.woff2"))
    make(serif, "Dument Serif", "Regular", SITE_CHARACTERS, {"opsz": 16, "wght": (400, 600)}, 200, os.path.join(SITE, "dument-serif.woff2"))
    make(sans, "Dument Sans", "Regular", SITE_CHARACTERS, {"wght": (400, 600)}, 200, os.path.join(SITE, "dument-sans.woff2"))


if __name__ == "__main__":
    main(sys.argv[1])
