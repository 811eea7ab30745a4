#!/usr/bin/env python3
"""Counts the safe deletions that hit a line which people marked as stray, and those that hit a line of the body.

usage: stray-lines.py BEFORE AFTER LABELS [--share S]

LABELS is a folder with input/*.txt and gold.jsonl: {"file": "a.txt", "body": [lines], "stray": [lines]} a line.
BEFORE and AFTER are each a log of the same files by 'check --format json' or '--format sarif', or else a program (one
command, in quotes when it has several words), which is run on LABELS/input. Printed are both counts, the share of the
stray lines of BEFORE that AFTER still deletes, and each line that is lost or is of the body. Exits with 1 when the
share is less than S (0.8).
"""
import argparse, json, pathlib, shlex, subprocess, sys


def findings(log):
    """File, first line and safe deletions of each finding of a log."""
    if 'runs' not in log:
        for f in log['findings']:
            safe = [x for x in f.get('fixes', []) if x['safe']]
            yield f['file'], f['line'], f['rule'], [e['newText'] for x in safe for e in x['edits']]
        return
    for run in log['runs']:
        for r in run.get('results', []):
            place = r['locations'][0]['physicalLocation']
            # A fix that needs a look is not in 'fixes' of a log.
            texts = [
                p.get('insertedContent', {}).get('text', '')
                for x in r.get('fixes', []) for c in x['artifactChanges'] for p in c['replacements']
            ]
            yield place['artifactLocation']['uri'], place['region']['startLine'], r['ruleId'], texts


def deletions(what, folder):
    """The rule of each safe deletion, by file and line."""
    if pathlib.Path(what).suffix in ('.json', '.sarif'):
        log = json.loads(pathlib.Path(what).read_text())
    else:
        words = shlex.split(what) + ['check', '--no-progress', '--format', 'json', '--fail-on', 'never', '.']
        log = json.loads(subprocess.run(words, cwd=folder / 'input', capture_output=True, text=True).stdout)
    return {
        (pathlib.PurePosixPath(file).name, line): rule
        for file, line, rule, texts in findings(log)
        if texts and not any(t.strip() for t in texts) and rule.startswith('CL4')
    }


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    for name in ('before', 'after', 'labels'):
        arguments.add_argument(name)
    arguments.add_argument('--share', type=float, default=0.8)
    given = arguments.parse_args()
    folder = pathlib.Path(given.labels)
    gold = {g['file']: g for g in map(json.loads, (folder / 'gold.jsonl').open())}
    label = lambda place: next((k for k in ('stray', 'body') if place[1] in gold[place[0]][k]), 'unlabelled')
    before, after = deletions(given.before, folder), deletions(given.after, folder)
    for name, found in ('before', before), ('after', after):
        counts = {kind: sum(label(p) == kind for p in found) for kind in ('stray', 'body', 'unlabelled')}
        print(f'{name}: ' + ', '.join(f'{count} on {kind} lines' for kind, count in counts.items()))
    stray = [p for p in before if label(p) == 'stray']
    kept = [p for p in stray if p in after]
    share = len(kept) / len(stray) if stray else 1.0
    print(f'{len(kept)} of {len(stray)} stray lines are still deleted: {share:.3f}')
    for name, places in ('lost', [p for p in stray if p not in after]), ('body', [p for p in after if label(p) == 'body']):
        for place in places:
            lines = (folder / 'input' / place[0]).read_text().splitlines()
            print(f'{name} {(after | before)[place]} {place[0]}:{place[1]} {lines[place[1] - 1][:90]}')
    return 0 if share >= given.share else 1


if __name__ == '__main__':
    sys.exit(main())
