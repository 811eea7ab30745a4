#!/usr/bin/env python3
"""Scores expressions of time against TimeML annotations by the measures of TempEval-3 (UzZaman et al., SemEval 2013, task 1, part A).

  tempeval.py FOLDER COPYLINT [--misses]

FOLDER holds .tml files, for instance the Platinum set; COPYLINT is the command. Each text is inspected under its creation time as the date of publication. Printed:
relaxed extents (a found expression that overlaps an annotated one), strict extents (the same words), and values: relaxed extents whose TIMEX3 value is the same.
--misses lists what was not found, found wrongly, or read with another value."""
import argparse, collections, datetime, json, os, re, shlex, subprocess, sys, tempfile
import xml.etree.ElementTree as xml

UNITS = {'hour': 'H', 'day': 'D', 'week': 'W', 'month': 'M', 'quarter': 'Q', 'year': 'Y', 'decade': 'DE', 'century': 'CE'}
PARTS = {'morning': 'TMO', 'afternoon': 'TAF', 'evening': 'TEV', 'night': 'TNI'}
SEASONS = {3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI'}


def gold(path):
    """The text, its expressions as (start, end, value, words), and the creation time."""
    root = xml.parse(path).getroot()
    created = root.find('DCT/TIMEX3').get('value')
    text, found = [], []

    def walk(node):
        start = sum(map(len, text))
        text.append(node.text or '')
        for child in node:
            walk(child)
            text.append(child.tail or '')
        if node.tag == 'TIMEX3':
            words = ''.join(text)[start:]
            found.append((start, start + len(words), node.get('value'), words))

    walk(root.find('TEXT'))
    return ''.join(text), found, created


def duration(amount, unit):
    if amount == 'X':
        return 'PTXH' if unit == 'hour' else f'PX{UNITS[unit]}'
    number = int(amount) if float(amount).is_integer() else amount
    if unit == 'hour':
        return f'PT{number}H'
    if unit == 'decade':
        return f'P{int(10 * float(amount))}Y'
    if unit == 'quarter':
        return f'P{number}Q'
    return f'P{number}{UNITS[unit]}'


def value(time, created):
    """The TIMEX3 value of an expression as inspect prints it."""
    kind, unit, amount = time['kind'], time.get('unit'), time.get('amount')
    words = time['text'].lower()
    if kind == 'present':
        return 'PRESENT_REF'
    if kind == 'duration' and unit and not amount:
        return 'PTXM' if 'minute' in words else duration('X', unit)
    if kind == 'duration' and unit == 'hour' and 'minute' in words:
        return f'PT{amount:g}M'
    if kind == 'duration' or (kind == 'relative' and amount and time.get('relation') in ('last', 'next', 'none', None)):
        return duration(amount, unit) if unit and amount else None
    first, last = time.get('first'), time.get('last')
    if kind == 'timeOfDay':
        match = re.match(r'(\d+)(?::(\d\d))?\s*([ap]?)', time['text'].lower())
        hour = int(match[1]) % 12 + (12 if match[3] == 'p' else 0) if match and match[3] else int(match[1]) if match else 0
        return f'{created}T{hour:02}:{match[2] or "00"}' if match else None
    if not first:
        return None
    a, b = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    days = (b - a).days
    middle = a + (b - a) / 2
    part = next((p for p in PARTS if p in words), None)
    if part and days == 0 and kind in ('relativeDay', 'weekday', 'date'):
        return first + PARTS[part]
    if kind == 'fiscalYear':
        return str(int(first[:4]) + 1)
    if kind == 'relative' and amount:
        return {'day': middle.isoformat(), 'week': f'{middle.isocalendar()[0]}-W{middle.isocalendar()[1]:02}', 'month': f'{middle:%Y-%m}', 'year': f'{middle:%Y}'}.get(unit)
    if kind in ('relative',) and unit == 'week':
        return f'{a.isocalendar()[0]}-W{a.isocalendar()[1]:02}'
    if kind == 'relative' and unit == 'year':
        return (b if time.get('relation') != 'later' else a).strftime('%Y')
    if kind == 'relative' and unit == 'month':
        return f'{b:%Y-%m}'
    if kind == 'relative' and unit == 'quarter' or kind == 'quarter':
        return f'{a:%Y}-Q{(b.month + 2) // 3}'
    if kind == 'season':
        return f'{a:%Y}-{SEASONS.get(a.month, "XX")}'
    if kind == 'decade':
        return f'{a.year // 10}'
    if kind == 'century':
        return f'{a.year // 100}'
    if days == 0:
        return first
    if kind in ('month', 'since') and days < 32:
        return f'{a:%Y-%m}'
    if 360 < days < 370:
        return f'{a:%Y}'
    return first


def read(command, text, created):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'story.txt')
        with open(path, 'w', encoding='utf8') as file:
            file.write(f'Date: {created}\n\n{text}')
        run = subprocess.run(shlex.split(command) + ['inspect', '--format', 'json', path], capture_output=True, text=True)
        document = json.loads(run.stdout)
    document = document['files'][0] if 'files' in document else document[0] if isinstance(document, list) else document
    shift = len(f'Date: {created}\n\n')
    for time in document['times']:
        span = time['span']
        start = span[0]
        if start >= shift:
            yield start - shift, start - shift + len(time['text']), value(time, created), time['text']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder'), parser.add_argument('copylint'), parser.add_argument('--misses', action='store_true')
    options = parser.parse_args()
    count = collections.Counter()
    for name in sorted(os.listdir(options.folder)):
        if not name.endswith('.tml'):
            continue
        text, wanted, created = gold(os.path.join(options.folder, name))
        found = list(read(options.copylint, text, created[:10]))
        count['gold'] += len(wanted)
        count['found'] += len(found)
        taken = set()
        for start, end, right, words in wanted:
            hit = next((f for f in found if f[0] < end and f[1] > start and f not in taken), None)
            if hit is None:
                if options.misses:
                    print(f'missed  {name} {words!r} {right}')
                continue
            taken.add(hit)
            count['relaxed'] += 1
            count['strict'] += hit[:2] == (start, end)
            count['value'] += hit[2] == right
            if options.misses and hit[2] != right:
                print(f'value   {name} {words!r} {right}: {hit[3]!r} {hit[2]}')
        if options.misses:
            for f in found:
                if f not in taken:
                    print(f'extra   {name} {f[3]!r} {f[2]}')
    for what in ('relaxed', 'strict', 'value'):
        precision, recall = count[what] / max(1, count['found']), count[what] / max(1, count['gold'])
        print(f'{what:8} precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}')
    print(f'{count["gold"]} annotated, {count["found"]} found')


if __name__ == '__main__':
    sys.exit(main())
