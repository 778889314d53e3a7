export const refusals = {
  'not-found': 'Nous ne l’avons pas trouvé.',
  'listing-not-found': 'Ceci n’est plus proposé.',
  'listing-is-sample':
    'C’est un exemple. On pourra le réserver quand les membres l’auront repris à leur compte.',
  'co-op-not-open': 'Cette coopérative ne prend pas encore de réservations.',
  'order-not-found': 'Nous n’avons pas trouvé cette réservation.',
  'order-not-payable': 'Cette réservation ne peut plus être payée.',
  'order-not-cancellable': 'Cette réservation ne peut plus être annulée.',
  'order-not-refundable': 'Il n’y a rien à rendre ici.',
  'refund-too-large': 'C’est plus que ce qui a été payé.',
  'refund-too-small': 'Écrivez un montant supérieur à zéro.',
  'slug-none': 'Ce nom ne donne pas d’adresse. Écrivez-en une ici.',
  'slug-shape': 'Utilisez 3 à 32 lettres minuscules, chiffres et tirets simples.',
  'slug-reserved': 'Cette adresse est réservée. Choisissez-en une autre.',
  'slug-taken': 'Une autre coopérative a cette adresse. Choisissez-en une autre.',
  'blueprint-unknown': 'Il n’y a pas de modèle de ce nom.',
  'blueprint-not-ready': 'Ce modèle est encore en construction.',
  'password-too-short': 'Utilisez au moins 10 caractères. Une courte phrase convient.',
  'password-too-long': 'Utilisez 200 caractères au plus.',
  'password-too-common': 'C’est la première que tout le monde essaie. Choisissez-en une autre.',
  'password-too-known':
    'Qui vous connaît, vous ou votre coopérative, essaie celui-ci en premier. Choisissez-en un autre.',
  'password-is-email': 'N’utilisez pas votre adresse comme mot de passe.',
  'sign-in-refused':
    'L’adresse et le mot de passe ne correspondent pas. Un nouveau compte s’ouvre par le lien de notre lettre.',
  'code-useless': 'Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau.',
  'invitation-useless':
    'Cette invitation a déjà servi, a été retirée ou est trop ancienne. Demandez-en une nouvelle.',
  'already-invited': 'Cette adresse a déjà une invitation en cours.',
  'terms-out-of-range': 'Ce nombre sort de ce que permet la clause : {{detail}}.',
  'nothing-changes': 'C’est déjà ce que dit la charte.',
  'clause-fixed': 'Cette clause ne se modifie pas : elle reste telle qu’elle a été convenue.',
  'below-federation-split':
    'Les coopératives de la fédération ont convenu d’au moins {{detail}} aux travailleurs. Aucune charte ne peut descendre plus bas.',
  'below-federation-floor':
    'Les coopératives de la fédération ont convenu d’une paie horaire d’au moins {{detail}}. Aucune charte ne peut descendre plus bas.',
  'split-leaves-too-little':
    'Au-delà de {{detail}}, il ne resterait pas assez pour la cotisation fédérale et le coût des cartes.',
  'charter-out-of-bounds':
    'Les coopératives de la fédération ont convenu de limites que cette charte ne respecte pas. Ses chiffres doivent d’abord changer.',
  'proposal-not-found': 'Nous n’avons pas trouvé cette proposition.',
  'voting-closed': 'Le scrutin est clos.',
  'not-an-elector': 'Votent celles et ceux qui étaient membres à l’ouverture.',
  'below-floor':
    'Avec certains choix, l’heure paierait moins que le plancher de votre charte. Augmentez le prix ou réduisez les minutes de ce qui paie le moins.',
  'picture-too-large': 'Cette image est trop lourde. Utilisez-en une de moins de 15 Mo.',
  'picture-unreadable': 'Nous ne pouvons pas lire cette image. Utilisez JPEG, PNG, WebP ou AVIF.',
  'picture-too-many-pixels':
    'Cette image a trop de pixels. Utilisez-en une de 40 mégapixels au plus, toutes vues comprises.',
  'picture-too-slow':
    'Cette image est trop longue à lire. Enregistrez-la de nouveau en JPEG simple, puis envoyez celle-ci.',
  'pictures-busy': 'D’autres images sont en cours de lecture. Réessayez dans une minute.',
  'not-done-yet': 'Le travail doit d’abord être fait.',
  'order-not-changeable': 'Cette réservation ne peut plus être changée.',
  'change-too-late': 'Il est trop tard pour le déplacer gratuitement.',
  'not-your-job': 'Cette mission n’est pas la vôtre.',
  'no-such-step': 'Cette étape ne fait plus partie du travail. Rechargez la page.',
  'journal-conflict': 'Cela a déjà été inscrit autrement.',
  'state-otherwise': 'Cette coopérative est déjà dans un autre état.',
  'too-many-pictures': 'Cette annonce a déjà huit photos. Retirez-en une d’abord.',
  'too-late-to-hand-back': 'Il reste moins d’un jour. Parlez aux autres.',
  'nobody-free':
    'Personne d’autre ne travaille et n’est libre à ce moment-là. La mission reste à vous : parlez aux autres.',
  'no-account': 'Cette adresse n’a pas encore de compte.',
  'is-admin': 'Ce compte est déjà admin.',
  'last-admin': 'Le dernier admin reste : il faut quelqu’un pour faire entrer les autres.',
  'not-yourself': 'Vous ne pouvez pas vous verrouiller vous-même.',
  'terms-past': 'Des conditions ne peuvent pas commencer dans le passé.',
  'terms-squeeze':
    'Les chartes de certaines coopératives ne laissent pas de place à cette cotisation.',
  'door-answered': 'On y a déjà répondu, ou c’est trop ancien.',
  'door-shut': 'Cette porte est fermée.',
  'nothing-to-renew': 'Il n’y a plus rien à renouveler ici.',
  'renewal-under-way': 'Un renouvellement est déjà en cours.',
  'renewal-out-of-bounds':
    'Les coopératives de la fédération se sont depuis accordées sur davantage : ceci ne peut pas être reconduit tel quel. Proposez d’autres termes.',
  'account-locked': 'Ce compte est verrouillé. Déverrouillez-le d’abord.',
  'no-ballots': 'Il n’y a pas de bulletins à emporter ici : le scrutin n’est pas clos.',
  'not-allowed': 'Cela ne vous revient plus. Demandez à un responsable.',
  'pays-below-floor':
    'Avec ces choix, une heure de travail paierait moins que ce que permet notre charte : nous ne pouvons pas prendre cette réservation. Retirez ce qui prend longtemps pour son prix, ou demandez-nous.',
  'not-a-member': 'Seul un membre actif de cette coopérative peut parler pour elle.',
  'terms-too-much':
    'La part minimale des travailleurs, la cotisation et le coût de la carte (jusqu’à 3 %) dépassent le prix entier : aucune charte ne pourrait le tenir.',
  'terms-no-floor': 'La paie horaire minimale doit être supérieure à zéro dans chaque monnaie.',
  'invitation-for-another':
    'Cette invitation a été envoyée à une autre adresse que celle de votre compte.',
  'member-already': 'Vous êtes déjà membre.',
  'is-member': 'Cette adresse est déjà celle d’un membre.',
  'date-is-off': 'Vous êtes déjà en congé à ces heures de cette date. Annulez-le d’abord.',
  'date-is-extra': 'Il y a déjà des heures en plus à ce moment de cette date. Annulez-les d’abord.',
  'password-wrong': 'Ce n’est pas votre mot de passe actuel.',
  'order-paid':
    'Cette réservation est déjà payée : ce formulaire n’a rien changé. La page de la réservation montre ce qui est retenu.',
  'team-too-large':
    'Il faut plus de personnes que vous n’avez de membres qui prennent des missions. Réduisez l’équipe, ou publiez cette annonce quand vous serez plus nombreux.',
  'logo-too-small':
    'Ce logo est trop petit pour être vu. Utilisez-en un d’au moins 96 pixels sur son plus petit côté.',
  'photograph-too-small':
    'Cette image est trop petite pour montrer quoi que ce soit. Utilisez-en une d’au moins 240 pixels sur son plus petit côté.',
  'work-has-begun': 'Nous sommes déjà au travail : on ne peut plus l’annuler.',
  'reviewed-already':
    'Vous avez déjà dit comment c’était, et cela reste. Ces mots n’ont pas été ajoutés.',
  'terms-floor-too-high':
    'Aucune charte ne peut promettre plus de {{most}} par heure. Écrivez cela ou moins.',
  'account-without-password':
    'Personne n’a encore choisi de mot de passe pour ce compte. Cela se fait par le lien de sa lettre ; ensuite vous pourrez lui ouvrir.',
  'account-unconfirmed':
    'L’adresse de ce compte n’est pas encore confirmée : on ne sait pas à qui il est. Qu’on la confirme d’abord.',
  'not-a-member-here': 'Ceci est réservé aux membres de cette coopérative.',
  'member-suspended':
    'Votre adhésion est suspendue : pour l’instant vous ne pouvez rien voir ni changer ici. Adressez-vous à un responsable de votre coopérative.',
  'member-left': 'Vous avez quitté cette coopérative : son bureau est réservé à ses membres.',
  'try-again': 'D’autres réservaient au même moment, et rien n’a été fait. Veuillez réessayer.',
  'edit-conflict': 'Quelqu’un a enregistré ceci pendant que vous écriviez.',
}
