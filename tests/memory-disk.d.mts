export function diskForTests(): string
