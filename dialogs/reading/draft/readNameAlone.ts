const quoted = /^["„“”«»「『]([^"„“”«»「」『』\n]+)["„“”«»」』]$/u;
const called = /^(?:deal name|name|namn|名称|название|имя|nome) ?[:：=] ?([^,;\n]+)$/iu;

/** The deal's name where it is all that is said, in quotes or as `name: Cloud move`. */
export function readNameAlone(text: string): string | undefined {
  const typed = text.trim();
  return (quoted.exec(typed) ?? called.exec(typed))?.[1]?.trim() || undefined;
}
