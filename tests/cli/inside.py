# SPDX-License-Identifier: MIT
"""Documents whose properties or tracked changes name somebody: inside.py FOLDER NAME."""
import os
import sys
import zipfile

WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'


def docx(path, creator='', author=''):
    changed = f'<w:ins w:author="{author}"><w:r><w:t>x</w:t></w:r></w:ins>' if author else ''
    with zipfile.ZipFile(path, 'w') as out:
        out.writestr('docProps/core.xml', f'<cp:coreProperties xmlns:cp="{CORE}" '
                     f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{creator}</dc:creator></cp:coreProperties>')
        out.writestr('word/document.xml', f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r>'
                     f'<w:t>Kutsutaan auto.</w:t></w:r>{changed}</w:p></w:body></w:document>')


def pdf(path, author):
    stream = b'BT /F 12 Tf 20 200 Td (Kutsutaan auto.) Tj ET'
    objects = [b'<</Type/Catalog/Pages 2 0 R>>', b'<</Type/Pages/Kids[3 0 R]/Count 1>>',
               b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
               b'<</Length %d>>stream\n%s\nendstream' % (len(stream), stream),
               b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', b'<</Author(%s)>>' % author.encode()]
    text, places = b'%PDF-1.4\n', []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += b'%d 0 obj\n%s\nendobj\n' % (number, body)
    table = b''.join(b'%010d 00000 n \n' % at for at in places)
    with open(path, 'wb') as out:
        out.write(text + b'xref\n0 7\n0000000000 65535 f \n' + table +
                  b'trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n' % len(text))


os.chdir(sys.argv[1])
docx('plain.docx')
docx('creator.docx', creator=sys.argv[2])
docx('changed.docx', author=sys.argv[2])
docx('other.docx', creator='Joku Toinen')
pdf('author.pdf', sys.argv[2])
