export const federation = {
  title: 'Twiza : une coopérative de plateforme clé en main',
  head: 'Créez votre coopérative en dix minutes.',
  lead: 'Twiza donne à un groupe de travailleurs sa propre place de marché : réservations, paiements, membres et votes qui engagent. Elle appartient aux coopératives qui l’utilisent.',
  'see-one': 'Voir des coopératives à l’œuvre',
  'what-is':
    '(تويزة) est la coutume nord-africaine des voisins qui se réunissent pour un travail trop grand pour un seul foyer.',
  how: 'D’une idée aux portes ouvertes',
  'how.1': 'Choisissez un modèle',
  'how.1.what': 'Services à domicile aujourd’hui ; courses, images et objets bientôt.',
  'how.2': 'Nommez-la',
  'how.2.what': 'Un nom, une adresse et deux couleurs. Votre étoffe en est tissée.',
  'how.3': 'Invitez les fondateurs',
  'how.3.what': 'Par e-mail. Un lien suffit pour rejoindre.',
  'how.4': 'Ratifiez la charte',
  'how.4.what': 'Six clauses en mots simples. Ce dont vous convenez, le paiement l’applique.',
  'how.5': 'Ouvrez les portes',
  'how.5.what': 'Votre vitrine prend sa première réservation.',
  owned: 'Tout cela appartient aux coopératives.',
  'owned.lead_one':
    '{{count}} coopérative possède Twiza, avec une voix sur les cotisations, fournisseurs et règles.',
  'owned.lead_many':
    '{{count}} coopératives possèdent Twiza. Chacune a une voix sur les cotisations, fournisseurs et règles, quelle que soit sa taille.',
  'owned.lead_other':
    '{{count}} coopératives possèdent Twiza. Chacune a une voix sur les cotisations, fournisseurs et règles, quelle que soit sa taille.',
  'owned.bound':
    'La fédération est engagée elle aussi : elle ne suspend personne sans motif, et toute coopérative peut partir avec tout ce qu’elle a, quand elle veut.',
  'owned.read': 'Lire à qui est Twiza',
  members_one: '{{count}} membre',
  members_many: '{{count}} membres',
  members_other: '{{count}} membres',
  money: '{{percent}} de ce que paient les clients va à celles et ceux qui ont travaillé.',
  'money.workers': 'aux travailleurs. Leur charte le fixe, et eux seuls la changent.',
  'money.co-op': 'à leur coopérative, pour assurance, formation et réserves',
  'money.federation': 'à la fédération, pour serveurs, assistance et logiciel',
  'money.card': 'en frais de carte. C’est la seule part qui sort de l’économie coopérative.',
  'money.stays_one':
    'de l’argent de {{count}} mission de l’année est resté dans l’économie coopérative.',
  'money.stays_many':
    'de l’argent de {{count}} missions de l’année est resté dans l’économie coopérative. Calculé d’après les comptes de toutes les coopératives.',
  'money.stays_other':
    'de l’argent de {{count}} missions de l’année est resté dans l’économie coopérative. Calculé d’après les comptes de toutes les coopératives.',
  directory: 'Coopératives où acheter dès aujourd’hui',
  'directory.order': 'Par ordre alphabétique. Personne ne peut payer pour monter.',
  'directory.hourly': 'de l’heure, paie médiane sur 12 mois',
  'directory.new': 'vient d’ouvrir',
  'directory.title': 'Les coopératives de Twiza',
  'directory.head_one': 'Une coopérative. Propriétaires : {{members}}.',
  'directory.head_many': '{{count}} coopératives. Propriétaires : {{members}}.',
  'directory.head_other': '{{count}} coopératives. Propriétaires : {{members}}.',
  'terms.head': 'La fédération prend {{percent}}, et les coopératives décident de ce qu’elle fait.',
  'terms.lead_one': 'Une coopérative, une voix. Il y en a {{count}}.',
  'terms.lead_many': 'Une coopérative, une voix. Il y en a {{count}}.',
  'terms.lead_other': 'Une coopérative, une voix. Il y en a {{count}}.',
  'terms.fee': 'La cotisation',
  'terms.fee.what':
    '{{percent}} de chaque prix à partager, pris sur la part de la coopérative et jamais sur celle des travailleurs.',
  'terms.floor': 'Le plancher',
  'terms.floor.what':
    'Aucune charte ne peut donner moins de {{percent}} à celles et ceux qui travaillent.',
  'terms.leave': 'Le droit de partir',
  'terms.leave.what':
    'Une coopérative peut partir n’importe quel jour avec tout ce qui est à elle. Ses responsables élus téléchargent l’export : membres, annonces, commandes, comptes et décisions, dans un fichier que d’autres logiciels savent lire. Une suspension n’y change rien, et personne n’a à donner sa permission.',
  'terms.suspend': 'La suspension',
  'terms.suspend.what': 'Seulement avec un motif, que la vitrine affiche et que le journal garde.',
  'terms.since': 'Conditions, version {{version}}, depuis le {{date}}.',
  'terms.to-come': 'Décidé pour plus tard',
  'terms.from':
    'À partir du {{date}} : une cotisation de {{fee}}, et aucune charte ne peut donner moins de {{workers}} à celles et ceux qui travaillent.',
}
