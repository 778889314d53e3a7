export const common = {
  twiza: 'تويزة',
  'skip-to-content': 'إلى المحتوى',
  language: 'اللغة',
  'language.en': 'English',
  'language.ar': 'العربية',
  'language.es': 'Español',
  'language.fr': 'Français',
}
