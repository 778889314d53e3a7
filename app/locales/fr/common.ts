export const common = {
  twiza: 'Twiza',
  'skip-to-content': 'Aller au contenu',
  language: 'Langue',
  'language.en': 'English',
  'language.ar': 'العربية',
  'language.es': 'Español',
  'language.fr': 'Français',
}
