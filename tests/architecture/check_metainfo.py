#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What AppStream's own validator says of the metainfo file, but for what the file states a reason for.

check_metainfo.py VALIDATOR FILE
"""
import re
import subprocess
import sys

# The project has no domain and no homepage; see the file.
EXPECTED = {'cid-desktopapp-is-not-rdns', 'url-homepage-missing', 'developer-id-missing'}
# Of AppStream 1.0; older validators do not know it.
UNKNOWN_BEFORE = {'unknown-tag developer'}

validator, file = sys.argv[1:]
run = subprocess.run([validator, 'validate', '--no-net', file], capture_output=True, text=True, check=False)
issues = re.findall(r'^([EWI]): [^:]*:[^:]*: (.*)$', run.stdout, re.MULTILINE)
if run.returncode != 0 and not issues:
    sys.exit(f'the validator failed: {run.stdout}{run.stderr}')
left = [f'{severity}: {issue}' for severity, issue in issues
        if issue.split()[0] not in EXPECTED and issue not in UNKNOWN_BEFORE]
print('\n'.join(left) or f'{len(issues)} issues, all of them expected')
sys.exit(1 if left else 0)
