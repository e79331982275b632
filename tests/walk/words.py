# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the window in its languages, from the program's own translations, so that a walk names a control as its reader sees it."""
import os
import re
import xml.etree.ElementTree as ElementTree

TRANSLATIONS = os.path.join(os.path.dirname(__file__), '..', '..', 'translations')


class Words:
    """words('Publish', 'PublishPage') is "Yayımla" in a Turkish walk. The context may be left out where only one meaning exists."""

    def __init__(self, language):
        self.language = language
        self.table = {}
        if language == 'en':
            return
        root = ElementTree.parse(os.path.join(TRANSLATIONS, f'nefes_{language}.ts')).getroot()
        for context in root.iter('context'):
            name = context.findtext('name').split('::')[-1]
            for message in context.iter('message'):
                source = message.findtext('source')
                text = message.findtext('translation') or source
                self.table[(name, source)] = text
                self.table.setdefault((None, source), text)

    def __call__(self, source, context=None):
        if self.language == 'en':
            return source
        return self.table[(context, source)]

    def like(self, source, context=None):
        """With a star for each number or name, as Hands.find takes it."""
        return re.sub(r'%L?[0-9n]', '*', self(source, context))
