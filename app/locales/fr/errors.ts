export const errors = {
  home: 'À la première page',
  'missing.title': 'Il n’y a rien à cette adresse.',
  'missing.what': 'La page a peut-être changé de place, ou l’adresse contient une erreur.',
  'forbidden.title': 'Cette page n’est pas pour vous.',
  'forbidden.what':
    'Votre session est ouverte, mais cette partie est réservée à celles et ceux qui ont un autre rôle ici.',
  'often.title': 'Trop de demandes à la fois.',
  'often.what': 'Attendez quelques minutes, puis réessayez. Rien n’est perdu.',
  'suspended.title': 'Cette coopérative est suspendue pour l’instant.',
  'suspended.what':
    'Elle ne prend plus de réservations jusqu’à la levée de la suspension. Ce qui est réservé est maintenu.',
  'suspended.why': 'Le motif : {{reason}}',
  'fault.title': 'Quelque chose a cassé de notre côté.',
  'fault.what':
    'C’est noté, et quelqu’un regardera. Rien n’a été fait deux fois. Veuillez réessayer.',
  'busy.title': 'Nous sommes injoignables pour un moment.',
  'busy.what':
    'Rien n’est perdu, et rien n’est fait deux fois. Attendez quelques secondes, puis réessayez.',
  'unreadable.title': 'Nous n’avons pas pu lire cela.',
  'unreadable.what':
    'Ce qui a été envoyé n’est pas un de nos formulaires, ou a été coupé en route. Revenez et renvoyez-le.',
  'large.title': 'C’est trop d’un coup.',
  'large.what':
    'Un formulaire contient au plus 400 champs et 200 ko, et un fichier au plus 40 Mo. Raccourcissez, puis envoyez de nouveau.',
  'forged.title': 'Ce formulaire vient d’un autre site.',
  'forged.what': 'Rien n’a été fait. Ouvrez la page ici et envoyez-le depuis elle.',
  'nowhere.title': 'Aucune coopérative n’habite à cette adresse.',
  'nowhere.what':
    'L’adresse contient peut-être une erreur, ou la coopérative en a une autre. L’annuaire donne toutes celles qui sont ouvertes.',
  'nowhere.directory': 'Trouver une coopérative',
}
