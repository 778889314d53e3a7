export const common = {
  twiza: 'Twiza',
  'skip-to-content': 'Ir al contenido',
  language: 'Idioma',
  'language.en': 'English',
  'language.ar': 'العربية',
  'language.es': 'Español',
  'language.fr': 'Français',
}
