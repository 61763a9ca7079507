import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readCommand } from '#bot/commands/commands.ts';
import { helpCard } from '#cards/general/help/help.card.ts';
import {
  fill,
  makePackage,
  type PackageSettings,
  pack,
  readSettings,
  schemaProblems,
} from '#manifest/pack.ts';
import { pathOf } from '#test/support/repository.ts';
import { pngHeader, rgbaPixels } from './png.ts';

const folder = pathOf('manifest');
const languages = ['en', 'de', 'sv', 'zh-cn', 'ru', 'it'];
const environment = {
  MicrosoftAppId: '0F1E2D3C-4b5a-6978-8796-a5b4c3d2e1f0',
  DEVELOPER_NAME: 'Contoso "North" GmbH',
  DEVELOPER_WEBSITE: 'https://www.contoso.com/support',
  PRIVACY_URL: 'https://www.contoso.com/privacy',
  TERMS_URL: 'https://www.contoso.com/terms',
};

interface Manifest {
  $schema: string;
  manifestVersion: string;
  version: string;
  id: string;
  developer: { name: string; websiteUrl: string; privacyUrl: string; termsOfUseUrl: string };
  name: { short: string; full: string };
  description: { short: string; full: string };
  accentColor: string;
  localizationInfo: {
    defaultLanguageTag: string;
    defaultLanguageFile: string;
    additionalLanguages: { languageTag: string; file: string }[];
  };
  bots: {
    botId: string;
    scopes: string[];
    supportsTargetedMessages?: boolean;
    commandLists: {
      scopes: string[];
      triggers?: string[];
      commands: { title: string; description: string; type?: string; prompt?: string }[];
    }[];
  }[];
  composeExtensions: {
    botId: string;
    commands: { title: string; description: string; parameters: { title: string; description: string }[] }[];
    messageHandlers: { value: { domains: string[] } }[];
  }[];
  validDomains: string[];
}

const json = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const texts = (language: string): Record<string, string> => json(`${language}.json`);
const template = json('manifest.json') as Manifest;
const filled = () => fill(template, settings()) as Manifest;

function settings(): PackageSettings {
  const read = readSettings(environment);
  assert.ok(read.ok);
  return read.value;
}

function problemsOf(changes: Record<string, string | undefined>): string[] {
  const read = readSettings({ ...environment, ...changes });
  return read.ok ? [] : read.problems;
}

/** What Teams can show in another language, by the key a localization file uses for it. */
function localizable(manifest: Manifest): Record<string, string> {
  const strings: Record<string, string> = {
    'name.short': manifest.name.short,
    'name.full': manifest.name.full,
    'description.short': manifest.description.short,
    'description.full': manifest.description.full,
  };
  for (const [b, bot] of manifest.bots.entries()) {
    for (const [l, list] of bot.commandLists.entries()) {
      for (const [c, command] of list.commands.entries()) {
        strings[`bots[${b}].commandLists[${l}].commands[${c}].title`] = command.title;
        const name = `bots[${b}].commandLists[${l}].commands[${c}]`;
        strings[`${name}.description`] = command.description;
        if (command.prompt) strings[`${name}.prompt`] = command.prompt;
      }
    }
  }
  for (const [e, { commands }] of manifest.composeExtensions.entries()) {
    for (const [c, command] of commands.entries()) {
      const name = `composeExtensions[${e}].commands[${c}]`;
      strings[`${name}.title`] = command.title;
      strings[`${name}.description`] = command.description;
      for (const [p, parameter] of command.parameters.entries()) {
        strings[`${name}.parameters[${p}].title`] = parameter.title;
        strings[`${name}.parameters[${p}].description`] = parameter.description;
      }
    }
  }
  return strings;
}

/** The title of a command that Teams types as it stands; a prompt has words of its own. */
function isCommandWord(key: string): boolean {
  return /^bots.*\.title$/.test(key) && !(key.replace(/title$/, 'prompt') in localizable(template));
}

describe('manifest', () => {
  const { fetch } = globalThis;
  before(() => {
    globalThis.fetch = () => Promise.reject(new Error('the manifest is checked without the network'));
  });
  after(() => {
    globalThis.fetch = fetch;
  });

  describe('manifest.json', () => {
    it('is valid by its schema, once filled', async () => {
      assert.deepEqual(await schemaProblems('manifest.json', filled()), []);
    });

    it('is refused by the schema when a field is unknown', async () => {
      const [problem] = await schemaProblems('manifest.json', { ...filled(), surprise: true });
      assert.match(problem ?? '', /^manifest\.json: must NOT have additional properties.*surprise/);
    });

    it('names the newest released schema that @microsoft/app-manifest carries', () => {
      const build = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest'));
      const carried = readdirSync(join(build, 'json-schemas/teams')).filter((name) => /^v1\.\d+$/.test(name));
      const newest = Math.max(...carried.map((name) => Number(name.slice(3))));
      assert.equal(template.manifestVersion, `1.${newest}`);
      assert.equal(
        template.$schema,
        `https://developer.microsoft.com/json-schemas/teams/v1.${newest}/MicrosoftTeams.schema.json`,
      );
    });

    it('keeps the limits of Teams', () => {
      const manifest = filled();
      assert.match(manifest.version, /^[1-9]\d*\.\d+\.\d+$/);
      assert.match(manifest.accentColor, /^#[0-9A-F]{6}$/i);
      assert.ok(manifest.developer.name.length <= 32);
      assert.equal(manifest.bots.length, 1);
      for (const { commandLists } of manifest.bots) {
        assert.ok(commandLists.length >= 1 && commandLists.length <= 3);
        for (const { commands } of commandLists) assert.ok(commands.length >= 1 && commands.length <= 12);
      }
    });

    it('asks for the scopes in use and nothing more', () => {
      const [bot] = template.bots;
      assert.deepEqual(bot?.scopes, ['personal', 'team', 'groupChat']);
      assert.deepEqual(
        bot?.commandLists.map((list) => list.scopes),
        [['personal'], ['team', 'groupChat']],
      );
      assert.deepEqual(template.validDomains, []);
      for (const asking of ['permissions', 'devicePermissions', 'authorization', 'webApplicationInfo']) {
        assert.ok(!(asking in template), asking);
      }
    });

    const commandsIn = (list: number, prompts: boolean) =>
      (template.bots[0]?.commandLists[list]?.commands ?? []).filter(
        ({ type }) => (type === 'prompt') === prompts,
      );

    it('offers the commands that exist, in a menu of its own where others read', () => {
      const among = ['today', 'my deals', 'pipeline', 'search', 'new deal', 'help'];
      assert.deepEqual(
        [0, 1].map((list) => commandsIn(list, false).map(({ title }) => title)),
        [
          ['new deal', 'today', 'my deals', 'pipeline', 'search', 'digest', 'help', 'language', 'setup'],
          among,
        ],
      );
    });

    it('takes private messages, and offers its commands for them where others read and nowhere else', () => {
      const [bot] = template.bots;
      assert.equal(bot?.supportsTargetedMessages, true);
      assert.deepEqual(
        bot?.commandLists.map(({ triggers }) => triggers),
        [undefined, ['mention', 'slash']],
      );
      assert.equal((template as { supportsChannelFeatures?: string }).supportsChannelFeatures, 'tier1');
    });

    it('offers no command that the bot does not understand, and none that its help does not name', () => {
      const help = JSON.stringify(helpCard({ language: 'en', audience: 'personal' }));
      for (const { title } of [...commandsIn(0, false), ...commandsIn(1, false)]) {
        assert.ok(readCommand(title), title);
        if (!['help', 'language'].includes(title)) assert.ok(help.includes(title), title);
      }
    });

    for (const language of languages) {
      it(`begins a conversation with words that the bot understands in ${language}`, () => {
        const said = Object.entries(texts(language)).filter(([key]) => key.endsWith('.prompt'));
        assert.deepEqual(
          said.map(([, prompt]) => readCommand(prompt)?.name),
          ['today', 'mine', 'newDeal'],
        );
      });
    }

    it('takes ids and the company from the settings, quotation marks included', () => {
      const manifest = filled();
      assert.equal(manifest.id, '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0');
      assert.equal(manifest.bots[0]?.botId, '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0');
      assert.deepEqual(manifest.developer, {
        name: 'Contoso "North" GmbH',
        websiteUrl: 'https://www.contoso.com/support',
        privacyUrl: 'https://www.contoso.com/privacy',
        termsOfUseUrl: 'https://www.contoso.com/terms',
      });
      assert.ok(!JSON.stringify(manifest).includes('${{'));
    });

    it('unfolds links of Partner Center, or of where the cards lead instead', () => {
      const domains = (more: object) => {
        const read = readSettings({ ...environment, ...more });
        assert.ok(read.ok);
        const { composeExtensions } = fill(template, read.value) as Manifest;
        return composeExtensions[0]?.messageHandlers[0]?.value.domains;
      };
      assert.deepEqual(domains({}), ['partner.microsoft.com']);
      assert.deepEqual(domains({ PARTNER_CENTER_URL: 'https://deals.contoso.com/{id}?x' }), [
        'deals.contoso.com',
      ]);
      for (const PARTNER_CENTER_URL of ['http://127.0.0.1:9/x', 'http://localhost/', 'none']) {
        assert.deepEqual(domains({ PARTNER_CENTER_URL }), ['partner.microsoft.com']);
      }
    });

    it('fails on a placeholder that is no setting', () => {
      assert.throws(() => fill({ id: ['$' + '{{TYPO}}'] }, settings()), /unknown setting: TYPO/);
    });
  });

  describe('languages', () => {
    it('are English by default and five more, Chinese by the tag Teams accepts', () => {
      const { defaultLanguageTag, defaultLanguageFile, additionalLanguages } = template.localizationInfo;
      assert.deepEqual(
        [defaultLanguageTag, ...additionalLanguages.map((language) => language.languageTag)],
        languages,
      );
      assert.deepEqual(
        [defaultLanguageFile, ...additionalLanguages.map((language) => language.file)],
        languages.map((language) => `${language}.json`),
      );
    });

    it('have no file that the manifest does not name', () => {
      const found = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'manifest.json');
      assert.deepEqual(found.sort(), languages.map((language) => `${language}.json`).sort());
    });

    it('say the same in en.json and manifest.json', () => {
      const { $schema: _, ...strings } = texts('en');
      assert.deepEqual(strings, localizable(template));
    });

    for (const language of languages) {
      it(`${language}.json is valid by the localization schema of the manifest's version`, async () => {
        assert.equal(
          texts(language).$schema,
          template.$schema.replace('.schema.json', '.Localization.schema.json'),
        );
        assert.deepEqual(await schemaProblems(language, texts(language)), []);
      });

      it(`${language}.json has every text, and no other`, () => {
        assert.deepEqual(Object.keys(texts(language)), ['$schema', ...Object.keys(localizable(template))]);
      });

      it(`${language}.json keeps the limits of Teams`, () => {
        const limits: [RegExp, number][] = [
          [/^name\.short$/, 30],
          [/^name\.full$/, 100],
          [/^description\.short$/, 80],
          [/^description\.full$/, 4000],
          [/^composeExtensions.*\.title$/, 32],
          [/^composeExtensions.*\.description$/, 128],
          [/\.title$/, 128],
          [/\.(description|prompt)$/, 4000],
        ];
        for (const key of Object.keys(localizable(template))) {
          const text = texts(language)[key] ?? '';
          const limit = limits.find(([pattern]) => pattern.test(key))?.[1];
          assert.ok(limit !== undefined && text.length > 0 && text.length <= limit, `${key}: ${text.length}`);
          assert.equal(text, text.trim(), key);
        }
        // Store policy: at most 500 words.
        assert.ok((texts(language)['description.full'] ?? '').split(/\s+/).length <= 500);
      });

      it(`${language}.json keeps the command words: Teams types a command's title to the bot`, () => {
        for (const [key, title] of Object.entries(localizable(template))) {
          if (!isCommandWord(key)) continue;
          assert.equal(texts(language)[key], title);
          assert.ok(texts(language)['description.full']?.includes(`• ${title}`), title);
        }
      });

      if (language !== 'en') {
        it(`${language}.json is translated`, () => {
          const english = localizable(template);
          for (const [key, text] of Object.entries(english)) {
            if (key === 'name.short' || isCommandWord(key)) continue;
            assert.notEqual(texts(language)[key], text, key);
          }
        });
      }
    }
  });

  describe('icons', () => {
    const icon = (name: string) => readFileSync(join(folder, name));

    it('have the sizes of Teams', () => {
      assert.deepEqual(pngHeader(icon('color.png')), { width: 192, height: 192, colorType: 2 });
      assert.deepEqual(pngHeader(icon('outline.png')), { width: 32, height: 32, colorType: 6 });
    });

    it('outline is white on transparent, and nothing else', () => {
      const pixels = rgbaPixels(icon('outline.png'));
      const visible = pixels.filter(([, , , alpha]) => alpha > 0);
      const coloured = visible.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255);
      assert.deepEqual(coloured, []);
      assert.ok(visible.length > 100, `${visible.length} pixels are visible`);
      assert.ok(visible.length < pixels.length / 2, `${visible.length} pixels are visible`);
      assert.ok(visible.some(([, , , alpha]) => alpha === 255));
    });
  });

  describe('settings', () => {
    it('default the Teams app id to the bot id', () => {
      assert.equal(settings().TEAMS_APP_ID, settings().MicrosoftAppId);
      const read = readSettings({ ...environment, TEAMS_APP_ID: 'ABCDEF01-2345-6789-abcd-ef0123456789' });
      assert.ok(read.ok);
      assert.equal(read.value.TEAMS_APP_ID, 'abcdef01-2345-6789-abcd-ef0123456789');
      assert.equal(read.value.MicrosoftAppId, '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0');
    });

    it('name all that is missing at once; blank is missing', () => {
      const read = readSettings({ PRIVACY_URL: '  ', TEAMS_APP_ID: '' });
      assert.ok(!read.ok);
      assert.deepEqual(
        read.problems.map((problem) => problem.split('.')[0]),
        ['MicrosoftAppId', 'DEVELOPER_NAME', 'DEVELOPER_WEBSITE', 'PRIVACY_URL', 'TERMS_URL'].map(
          (name) => `${name} is missing`,
        ),
      );
    });

    it('name all that is malformed at once', () => {
      const problems = problemsOf({
        MicrosoftAppId: '{0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0}',
        TEAMS_APP_ID: '00000000-0000-0000-0000-000000000000',
        DEVELOPER_NAME: 'A company whose name goes on and on',
        DEVELOPER_WEBSITE: 'www.contoso.com',
        PRIVACY_URL: 'http://www.contoso.com/privacy',
        TERMS_URL: 'https://localhost/terms',
      });
      assert.deepEqual(problems, [
        'MicrosoftAppId "{0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0}" is not an id of the form 12345678-90ab-cdef-1234-567890abcdef, without braces.',
        'TEAMS_APP_ID is all zeros: that is a placeholder, not an id.',
        'DEVELOPER_NAME "A company whose name goes on and on" is longer than the 32 characters Teams allows.',
        'DEVELOPER_WEBSITE "www.contoso.com" is not a public https address like https://www.example.com/page.',
        'PRIVACY_URL "http://www.contoso.com/privacy" is not a public https address like https://www.example.com/page.',
        'TERMS_URL "https://localhost/terms" is not a public https address like https://www.example.com/page.',
      ]);
    });

    it('say one thing only about each setting', () => {
      assert.equal(problemsOf({ MicrosoftAppId: '000' }).length, 1);
      assert.equal(problemsOf({ TERMS_URL: `http://${'x'.repeat(3000)}` }).length, 1);
    });
  });

  describe('package', () => {
    it('holds exactly the manifest, two icons and six languages, all at top level', async () => {
      const made = await makePackage(environment, folder);
      assert.ok(made.ok);
      const files = unzipSync(made.value.zip);
      assert.deepEqual(
        Object.keys(files).sort(),
        [
          'manifest.json',
          'color.png',
          'outline.png',
          ...languages.map((language) => `${language}.json`),
        ].sort(),
      );
      assert.deepEqual(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())), filled());
      for (const name of Object.keys(files).filter((name) => name !== 'manifest.json')) {
        assert.ok(readFileSync(join(folder, name)).equals(files[name] ?? new Uint8Array()), name);
      }
    });

    it('has the same bytes each time and in every time zone', async () => {
      const { TZ } = process.env;
      const digests = new Set<string>();
      const noonInLondon = { UTC: 12, 'Asia/Tokyo': 21, 'America/Los_Angeles': 4 };
      try {
        for (const [zone, hours] of Object.entries(noonInLondon)) {
          process.env.TZ = zone;
          assert.equal(new Date('2026-01-15T12:00:00Z').getHours(), hours, zone);
          const made = await makePackage(environment, folder);
          assert.ok(made.ok);
          digests.add(createHash('sha256').update(made.value.zip).digest('hex'));
        }
      } finally {
        if (TZ === undefined) delete process.env.TZ;
        else process.env.TZ = TZ;
      }
      assert.equal(digests.size, 1);
    });

    describe('on disk', () => {
      let scratch: string;
      let said: string[];
      const out = { log: (line: string) => said.push(line), error: (line: string) => said.push(line) };
      beforeEach(() => {
        scratch = mkdtempSync(join(tmpdir(), 'manifest-'));
        said = [];
      });
      afterEach(() => rmSync(scratch, { recursive: true }));

      it('is written, and the next step is told', async () => {
        const target = join(scratch, 'build');
        assert.equal(await pack(environment, { source: folder, target }, out), 0);
        const made = await makePackage(environment, folder);
        assert.ok(made.ok);
        assert.ok(readFileSync(join(target, 'cosell-bot.zip')).equals(made.value.zip));
        assert.match(said.join('\n'), /Wrote .*cosell-bot\.zip.*\n.*0f1e2d3c-.*\nNext: .*Teams admin center/);
      });

      it('is not written when files break the schema; all of them are named', async () => {
        const source = join(scratch, 'manifest');
        cpSync(folder, source, { recursive: true });
        writeFileSync(join(source, 'manifest.json'), JSON.stringify({ ...template, accentColor: 'teal' }));
        const tooLong = { ...texts('it'), 'description.short': 'x'.repeat(81) };
        writeFileSync(join(source, 'it.json'), JSON.stringify(tooLong));
        const target = join(scratch, 'build');
        assert.equal(await pack(environment, { source, target }, out), 1);
        assert.match(
          said.join('\n'),
          /^No package.*\n- manifest\.json: \/accentColor .*\n- it\.json: \/description\.short .*80/,
        );
        assert.ok(!existsSync(target));
      });
    });

    it('is written where the command is told to, because a program may lie where nothing can be written', () => {
      const scratch = mkdtempSync(join(tmpdir(), 'cosell-pack-'));
      const run = spawnSync(process.execPath, [join(folder, 'pack.ts'), scratch], {
        env: environment,
        encoding: 'utf8',
      });
      assert.equal(run.status, 0, run.stderr);
      assert.deepEqual(readdirSync(scratch), ['cosell-bot.zip']);
      rmSync(scratch, { recursive: true });
    });

    it('is refused in words, with exit code 1, by the command itself', () => {
      const run = spawnSync(process.execPath, [join(folder, 'pack.ts')], {
        env: { MicrosoftAppId: 'mine' },
        encoding: 'utf8',
      });
      assert.equal(run.status, 1);
      assert.match(run.stderr, /^No package was made\. .*\n- MicrosoftAppId "mine" is not an id/);
      assert.equal(run.stderr.match(/^- /gm)?.length, 5);
      assert.equal(run.stdout, '');
    });
  });
});
