#!/usr/bin/env python3
"""Opens sealed pages. Written from docs/sealed-format.md and from nothing else of kinfolio.

    open.py FOLDER --link LINK | --code CODE [--out FOLDER] [--attack N [--seed S]]
    open.py --vectors vectors.json

FOLDER holds the places as they lie on the web host. Everything that the link or the code may open is
opened, checked, and listed. --attack damages N objects and slots, and demands that each is refused.
The program ends with an error at the first thing that is not as the format says.
"""

import argparse
import base64
import hashlib
import hmac
import json
import pathlib
import random
import re
import sys
import unicodedata
import urllib.parse
import zlib

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FORMAT = "kinfolio/1"
NAME = re.compile(r"[a-z2-7]{26}")
PAGE, PICTURE, READER = 1, 2, 3
DAMM = """0317598642 7092154863 4206871359 1750983426 6123045978
          3674209581 5869720134 8945362017 9438617205 2581436790""".split()


class Refused(Exception):
    """Something is not as the format says."""


def demand(holds, what):
    if not holds:
        raise Refused(what)


def fields(*parts):
    out = b""
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        out += len(data).to_bytes(4, "big") + data
    return out


def derive(key, info, length=32):
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=b"", info=info).derive(key)


def mac(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


def base32(data):
    return base64.b32encode(data).decode().lower().rstrip("=")


def unseal(key, about, data):
    """The plaintext of an object or a slot, with its nonce checked."""
    demand(len(data) > 28, "too short")
    try:
        plain = AESGCM(key).decrypt(data[:12], data[12:], about)
    except InvalidTag:
        raise Refused("does not open") from None
    nonce = mac(derive(key, fields(f"{FORMAT} nonce")), about + plain)[:12]
    demand(nonce == data[:12], "the nonce does not follow from the content")
    return plain


def padded(length):
    length = max(length, 256)
    e = length.bit_length() - 1
    step = 1 << (e - e.bit_length())
    return (length + step - 1) // step * step


def content_of(plain):
    kind, length = plain[0], int.from_bytes(plain[1:5], "big")
    demand(5 + length <= len(plain), "the length is wrong")
    demand(len(plain) == padded(5 + length), "the padding has the wrong length")
    demand(not any(plain[5 + length :]), "the padding is not zeros")
    content = plain[5 : 5 + length]
    if kind in (PAGE, READER):
        inflater = zlib.decompressobj(-15)
        out = inflater.decompress(content) + inflater.flush()
        demand(inflater.eof and not inflater.unused_data, "the deflate stream is damaged")
        return kind, out
    demand(kind == PICTURE, f"kind {kind} is unknown")
    demand(content[:2] == b"\xff\xd8", "a picture is not a JPEG")
    return kind, content


def object_key(keys, name):
    if "key" in keys:
        return derive(base64.b64decode(keys["key"]), fields(f"{FORMAT} object", name))
    demand(name in keys["objects"], "no key for this object")
    return base64.b64decode(keys["objects"][name])


def open_object(keys, school, place, name, data):
    return content_of(unseal(object_key(keys, name), fields(FORMAT, school, place, name), data))


def read_code(text):
    digits = [unicodedata.decimal(char) for char in text if char.isdecimal()]
    demand(len(digits) == 30, f"a code has 30 digits, and this has {len(digits)}")
    out = ""
    for group in range(6):
        five = digits[group * 5 : group * 5 + 5]
        check = 0
        for digit in [group + 1, *five[:4]]:
            check = int(DAMM[check][digit])
        demand(check == five[4], f"group {group + 1} is wrong")
        out += "".join(map(str, five[:4]))
    return out


def read_link(text):
    for _ in range(3):
        text = urllib.parse.unquote(text)
    found = re.search(r"([a-z2-7]{26})/(?:index\.html)?#1\.([\w-]{24})", text, re.ASCII)
    demand(found, "the link is cut off")
    secret = base64.urlsafe_b64decode(found[2][:22] + "==")
    digest = hashlib.sha256(fields(f"{FORMAT} link check", secret)).digest()
    demand(base64.urlsafe_b64encode(digest)[:2].decode() == found[2][22:], "the check of the link is wrong")
    return found[1], secret


def link_slot(school, place, secret, slot):
    key = derive(secret, fields(f"{FORMAT} link slot", place))
    return unseal(key, fields(FORMAT, school, place, "link"), slot)


def code_slot(school, place, rounds, stretched, slot):
    key = derive(stretched, fields(f"{FORMAT} code slot", place))
    return unseal(key, fields(FORMAT, school, place, "code", str(rounds)), slot)


def stretch(code, salt, rounds):
    demand(100_000 <= rounds <= 5_000_000, "the number of rounds is not acceptable")
    return hashlib.pbkdf2_hmac("sha256", code.encode(), salt, rounds, 32)


def data_of(file):
    """The data of a page, compared with where it lies."""
    found = re.search(r'<script type="application/json" id="sealed">(.*?)</script>', file.read_text("utf-8"), re.S)
    demand(found, f"{file}: no data")
    data = json.loads(found[1])
    demand(data["format"] == FORMAT, f"{file}: another format")
    demand(data["place"] == file.parent.name, f"{file}: the data is of another place")
    demand(data["name"] == file.stem, f"{file}: the data is of another object")
    first = file.stem == "index"
    demand(data["role"] in (("reader", "site", "closed") if first else ("page",)), f"{file}: another role")
    return data


class Host:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.places = {file.parent.name: data_of(file) for file in sorted(self.folder.glob("*/index.html"))}
        demand(self.places, f"{folder}: no sealed places")
        schools = {data["school"] for data in self.places.values()}
        demand(len(schools) == 1, "more than one school")
        self.school = schools.pop()
        self.stretched = {}
        self.secret = None
        for place, data in self.places.items():
            demand(NAME.fullmatch(place), f"{place}: not a name of a place")
            if data["role"] == "site":
                slots = [base64.b64decode(slot) for slot in data["codes"]]
                demand(len(slots) >= 4 and len(slots) % 4 == 0, f"{place}: {len(slots)} slots")
                demand(slots == sorted(slots), f"{place}: the slots are not sorted")

    def slots(self, text, is_code):
        """Every slot that opens, as (place of the slot, place of the reader, key)."""
        found = []
        if is_code:
            code = read_code(text)
            for place, data in self.places.items():
                if data["role"] == "closed":
                    continue
                at = (data["salt"], data["rounds"])
                if at not in self.stretched:
                    self.stretched[at] = stretch(code, base64.b64decode(at[0]), at[1])
                for slot in data["codes"]:
                    try:
                        plain = code_slot(self.school, place, at[1], self.stretched[at], base64.b64decode(slot))
                        found.append((place, base32(plain[:16]), plain[16:]))
                    except Refused:
                        continue
        else:
            place, secret = read_link(text)
            demand(place in self.places, "the link leads to no place here")
            demand(self.places[place]["role"] == "reader", "the link leads to a closed place")
            self.secret = secret
            plain = link_slot(self.school, place, secret, base64.b64decode(self.places[place]["link"]))
            found.append((place, base32(plain[:16]), plain[16:]))
        demand(found, "nothing opens")
        demand(len({slot[1:] for slot in found}) == 1, "the slots do not agree")
        return found

    def objects(self, slots):
        """All that this reader may open: (keys, place, name, bytes, kind, content)."""
        _, reader, key = slots[0]
        keys = {"key": base64.b64encode(key).decode()}
        data = base64.b64decode(self.places[reader]["object"])
        kind, content = open_object(keys, self.school, reader, "index", data)
        demand(kind == READER, "the reader's object is of another kind")
        yield keys, reader, "index", data, kind, content
        sites = json.loads(content)["sites"]
        demand({slot[0] for slot in slots} <= {reader, *sites}, "a slot for a site that the reader may not open")
        for place, keys in sites.items():
            demand((self.folder / place / keys["start"]).is_file(), f"{place}: starts with {keys['start']}, which is missing")
            for file in sorted((self.folder / place).iterdir()):
                if "objects" in keys and file.stem not in keys["objects"]:
                    continue
                data = base64.b64decode(data_of(file)["object"]) if file.suffix == ".html" else file.read_bytes()
                kind, content = open_object(keys, self.school, place, file.stem, data)
                demand(kind == (PAGE if file.suffix == ".html" else PICTURE), f"{file}: another kind")
                if kind == PAGE:
                    self.check_links(place, content.decode())
                yield keys, place, file.stem, data, kind, content

    def check_links(self, place, html):
        for target in re.findall(r'(?:href|src)="([^"#]+)', html):
            if re.fullmatch(r"(?:index|[a-z2-7]{26})\.html|[a-z2-7]{26}\.bin", target):
                demand((self.folder / place / target).is_file(), f"{place}: leads to {target}, which is missing")


def attack(host, slots, objects, count, seed):
    """Damages what was opened in `count` ways. Nothing of it may open."""
    chance = random.Random(seed)
    names = ["index", "a" * 26, *{name for _, _, name, *_ in objects}]
    places = [*host.places, "b" * 26]
    for turn in range(count):
        keys, place, name, data, *_ = chance.choice(objects)
        way = chance.choice(["bit", "cut", "longer", "name", "place", "school", "slot"])
        where, other_name, school, bad = place, name, host.school, bytearray(data)
        if way == "bit":
            for _ in range(chance.randint(1, 3)):
                bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        elif way == "cut":
            del bad[chance.randrange(len(bad)) :]
        elif way == "longer":
            bad += bytes(chance.randint(1, 64))
        elif way == "name":
            other_name = chance.choice([one for one in names if one != name])
        elif way == "place":
            where = chance.choice([one for one in places if one != place])
        elif way == "school":
            school = "c" * 26
        try:
            if way == "slot":
                attack_slot(host, slots, chance)
            elif bytes(bad) == data and (where, other_name, school) == (place, name, host.school):
                continue
            else:
                open_object(keys, school, where, other_name, bytes(bad))
        except Refused:
            continue
        raise SystemExit(f"attack {turn} ({way}) on {place}/{name} was not noticed (seed {seed})")


def attack_slot(host, slots, chance):
    """One bit of the slot that opened, or another number of rounds, or another place."""
    place = slots[0][0]
    data = host.places[place]
    way = chance.choice(["bit", "rounds", "place"])
    where = chance.choice([one for one in [*host.places, "b" * 26] if one != place]) if way == "place" else place
    rounds = data["rounds"] + (way == "rounds")
    for slot in map(base64.b64decode, [data["link"]] if host.secret else data["codes"]):
        bad = bytearray(slot)
        if way == "bit" or (way == "rounds" and host.secret):
            bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
        try:
            if host.secret:
                link_slot(host.school, where, host.secret, bytes(bad))
            else:
                code_slot(host.school, where, rounds, next(iter(host.stretched.values())), bytes(bad))
        except Refused:
            continue
        return
    raise Refused("no slot opens")


def check_vectors(file):
    """The frozen values, from the root on."""
    frozen = json.loads(pathlib.Path(file).read_text("utf-8"))
    root = bytes.fromhex(frozen["root"])

    def of(what, *parts, length=32):
        return derive(root, fields(f"{FORMAT} {what}", *parts), length)

    def same(found, expected, what):
        demand(found == expected, f"{what}: {found} is not {expected}")

    school, student = base32(of("school", length=16)), frozen["student"]
    same(school, frozen["school"], "school")
    salt = of("salt", length=16)
    same(salt.hex(), frozen["salt"], "salt")
    site = base32(of("site folder", student, length=16))
    same(site, frozen["site"], "site")
    names_key = of("names", student, "0")
    same(names_key.hex(), frozen["namesKey"], "names key")
    name = base32(mac(names_key, frozen["path"].encode())[:16])
    same(name, frozen["name"], "name")
    turns = [part for reader in sorted((one["reader"] for one in frozen["readers"]), key=str.encode) for part in (reader, "0")]
    site_key = of("site", student, "0", *turns)
    same(site_key.hex(), frozen["siteKey"], "site key")
    keys = {"key": base64.b64encode(site_key).decode()}
    same(object_key(keys, name).hex(), frozen["objectKey"], "object key")
    same([padded(length) for length, _ in frozen["padded"]], [one for _, one in frozen["padded"]], "padded lengths")
    data = base64.b64decode(frozen["object"])
    plain = unseal(object_key(keys, name), fields(FORMAT, school, site, name), data)
    same(plain.hex(), frozen["plaintext"], "plaintext")
    same(content_of(plain), (PAGE, frozen["content"].encode()), "content")
    for reader in frozen["readers"]:
        who = reader["reader"]
        place = base32(of("reader folder", who, length=16))
        same(place, reader["place"], f"place of {who}")
        key = of("reader", who, "0")
        same(key.hex(), reader["key"], f"key of {who}")
        raw = of("code", who, "0", length=48)
        digits = "".join(f"{int.from_bytes(raw[at : at + 8], 'big') % 10_000:04}" for at in range(0, 48, 8))
        same(digits, reader["digits"], f"digits of {who}")
        same(read_code(reader["code"]), digits, f"code of {who}")
        secret = of("link", who, "0", length=16)
        same(read_link(reader["link"]), (place, secret), f"link of {who}")
        stretched = stretch(digits, salt, frozen["rounds"])
        same(stretched.hex(), reader["stretched"], f"stretched code of {who}")
        inside = base64.b32decode(place.upper() + "======") + key
        for found in (
            link_slot(school, place, secret, base64.b64decode(reader["linkSlot"])),
            code_slot(school, place, frozen["rounds"], stretched, base64.b64decode(reader["codeSlot"])),
            code_slot(school, site, frozen["rounds"], stretched, base64.b64decode(reader["codeSlotOfSite"])),
        ):
            same(found.hex(), inside.hex(), f"slot of {who}")
    print(f"vectors: all as frozen, {len(frozen['readers'])} readers")


def main():
    parser = argparse.ArgumentParser(description="Opens sealed pages.")
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--link")
    parser.add_argument("--code")
    parser.add_argument("--out")
    parser.add_argument("--attack", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--vectors")
    chosen = parser.parse_args()
    if chosen.vectors:
        check_vectors(chosen.vectors)
    if not chosen.folder:
        return
    host = Host(chosen.folder)
    slots = host.slots(chosen.code or chosen.link or "", bool(chosen.code))
    objects = list(host.objects(slots))
    for _, place, name, data, kind, content in objects:
        print(f"{place}/{name}\t{('page', 'picture', 'reader')[kind - 1]}\t{len(data)}\t{hashlib.sha256(content).hexdigest()}")
        if chosen.out:
            to = pathlib.Path(chosen.out) / place / (name + (".html", ".jpg", ".json")[kind - 1])
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(content)
    if chosen.attack:
        attack(host, slots, objects, chosen.attack, chosen.seed)
        print(f"{chosen.attack} attacks, all refused", file=sys.stderr)


if __name__ == "__main__":
    try:
        main()
    except Refused as refused:
        sys.exit(f"refused: {refused}")
