// SPDX-License-Identifier: MIT
// Opens every page in a browser, in both languages, at three widths, light and dark: what axe-core finds, what is wider than
// the window, and whether the other language is out of sight. Usage: node pages.js FOLDER PICTURES
const { chromium } = require('playwright-core');
const fs = require('fs');
const path = require('path');

const [, , folder, pictures] = process.argv;
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

async function look(browser, file, language, width, scheme) {
  const said = `${file} ${language} ${width} ${scheme}`;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true });
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`file://${path.join(folder, file)}#${language}`);
  const other = language === 'fi' ? 'sv' : 'fi';
  const seen = await page.evaluate((o) => [document.documentElement.scrollWidth - document.documentElement.clientWidth,
    document.getElementById(o).offsetHeight], other);
  await page.screenshot({ path: path.join(pictures, `${file}-${language}-${width}-${scheme}.png`), fullPage: true });
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run());
  for (const fault of found.violations) console.log(`${said}: ${fault.id}: ${fault.nodes[0].html.slice(0, 120)}`);
  if (seen[0] > 0) console.log(`${said}: wider than the window by ${seen[0]}`);
  if (seen[1] > 0) console.log(`${said}: ${other} is seen too`);
  if (asked.length > 1) console.log(`${said}: asks for ${asked.slice(1)}`);
  if (width === 800 && scheme === 'light') {
    await page.pdf({ path: path.join(pictures, `${file}-${language}.pdf`), preferCSSPageSize: true });
  }
  await context.close();
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'] });
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.html')))
    for (const language of ['fi', 'sv'])
      for (const width of [320, 800, 1600])
        for (const scheme of ['light', 'dark']) await look(browser, file, language, width, scheme);
  await browser.close();
})();
