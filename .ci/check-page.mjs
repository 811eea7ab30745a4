// Checks a page with axe-core (WCAG 2.1 A and AA, and best practice) in Chromium, light and dark. check-page.mjs MODULES CHROMIUM PAGE
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [modules, chromium, page] = process.argv.slice(2);
const require = createRequire(modules + '/');
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
let violations = 0;
for (const scheme of ['light', 'dark']) {
    const tab = await browser.newPage();
    await tab.setBypassCSP(true);
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await tab.goto('file://' + page);
    await tab.evaluate(axe);
    const result = await tab.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
    console.log(`${scheme}: ${result.passes.length} rules hold, ${result.violations.length} do not`);
    for (const violation of result.violations) console.log(violation.id, violation.impact, violation.nodes[0].html.slice(0, 160));
    violations += result.violations.length + (result.passes.length ? 0 : 1);
}
await browser.close();
process.exit(violations ? 1 : 0);
