export const common = {
  twiza: 'Twiza',
  'skip-to-content': 'Skip to content',
  language: 'Language',
  'language.en': 'English',
  'language.ar': 'العربية',
  'language.es': 'Español',
  'language.fr': 'Français',
} as const
