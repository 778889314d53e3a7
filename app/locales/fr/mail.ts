export const mail = {
  foot: 'Vous recevez cette lettre à cause de ce qui s’est passé chez {{site}}. Personne ne vend votre adresse.',
  'verify-email.subject': 'Confirmez votre adresse',
  'verify-email.body':
    'Appuyez sur le bouton pour confirmer que c’est bien votre adresse. Votre compte s’ouvre alors. Si vous n’en avez pas demandé, ne faites rien.',
  'verify-email.action': 'Confirmer',
  'account-known.subject': 'Vous avez déjà un compte',
  'account-known.body':
    'Quelqu’un, peut-être vous, a voulu créer un compte avec cette adresse. Vous en avez un : connectez-vous. Si vous avez oublié le mot de passe, vous pouvez en choisir un autre là-bas. Si ce n’était pas vous, ne faites rien.',
  'account-known.action': 'Se connecter',
  'reset-password.subject': 'Choisissez un nouveau mot de passe',
  'reset-password.body':
    'Quelqu’un a demandé un nouveau mot de passe pour votre compte. Si c’est vous, appuyez sur le bouton d’ici dix minutes. Sinon, ne faites rien : votre mot de passe reste le même.',
  'reset-password.action': 'Choisir un mot de passe',
  'password-changed.subject': 'Votre mot de passe a changé',
  'password-changed.body':
    'Votre mot de passe a changé, et vos autres sessions sont fermées. Si ce n’était pas vous, choisissez-en un nouveau maintenant.',
  'password-changed.action': 'Votre compte',
  'welcome.subject': 'Vous voilà membre : {{coOp}}',
  'welcome.body':
    'Vous avez maintenant une part et une voix. Indiquez vos heures, et lisez la charte : c’est elle qui engage l’argent.',
  'welcome.action': 'Aller au bureau',
  'invitation.subject': '{{by}} vous invite à {{coOp}}',
  'invitation.body':
    '{{by}} vous propose de rejoindre {{coOp}}, une coopérative qui appartient à celles et ceux qui y travaillent : une part, une voix. L’invitation vaut 14 jours.',
  'invitation.action': 'Voir l’invitation',
  'founding-open.subject': '{{coOp}} a ouvert ses portes',
  'founding-open.body':
    'Tous les membres fondateurs ont accepté la charte. Votre vitrine prend désormais les réservations.',
  'founding-open.action': 'Aller au bureau',
  'order-paid.subject': 'Réservé : {{title}}',
  'order-paid.body':
    'Merci. Vous avez payé {{total}}. Votre réservation est {{code}}. Sur sa page, vous pouvez la suivre, la changer ou l’annuler.',
  'order-paid.action': 'Votre réservation',
  'order-changed.subject': 'Nouvelle heure : {{start}}',
  'order-changed.body': 'Votre réservation {{code}} a une nouvelle heure : {{start}}.',
  'order-changed.action': 'Votre réservation',
  'order-cancelled.subject': 'Annulé : {{title}}',
  'order-cancelled.body':
    'Votre réservation {{code}} est annulée. {{amount}} reviennent sur votre carte ; cela peut prendre quelques jours.',
  'order-cancelled.action': 'Votre réservation',
  'order-refunded.subject': '{{amount}} vous reviennent',
  'order-refunded.body':
    'Nous vous rendons {{amount}} sur votre réservation {{code}}. Chacun rend la part qu’il avait reçue.',
  'order-refunded.action': 'Le reçu',
  'payment-late-refunded.subject': 'Quelqu’un vous a devancé, votre argent revient',
  'payment-late-refunded.body':
    'Votre paiement est arrivé après les 20 minutes pendant lesquelles nous gardons votre choix, et quelqu’un l’a pris. {{total}} reviennent sur votre carte. Nous en sommes désolés.',
  'payment-late-refunded.action': 'Choisir de nouveau',
  'work-done.subject': 'Fait : {{title}}. Voici votre reçu',
  'work-done.body':
    'Le travail est fait. Le reçu montre qui a reçu quelle part de vos {{total}}. Vous pouvez aussi donner votre avis.',
  'work-done.action': 'Reçu et avis',
  'job-offered.subject': 'Une mission pour vous : {{title}}',
  'job-offered.body':
    '{{title}} : un client a réservé, et la mission est pour vous. Acceptez-la, ou dites que vous ne pouvez pas.',
  'job-offered.action': 'Voir la mission',
  'job-cancelled.subject': 'Mission annulée : {{title}}',
  'job-cancelled.body': 'La réservation {{code}} est annulée.',
  'job-cancelled.action': 'Voir la mission',
  'proposal-raised.subject': '{{by}} propose : {{title}}',
  'proposal-raised.body':
    '{{by}} a soumis une proposition à tous les membres. Lisez-la et dites ce que vous en pensez. Le scrutin s’ouvre le {{opens}}.',
  'proposal-raised.action': 'Lire la proposition',
  'voting-open.subject': 'Votre voix est attendue : {{title}}',
  'voting-open.body':
    'Le scrutin est ouvert jusqu’au {{closes}}. Vous pouvez changer votre vote jusque-là.',
  'voting-open.action': 'Voter',
  'voting-passed.subject': 'Adoptée : {{title}}',
  'voting-passed.body':
    'Les membres ont décidé. Oui : {{yes}}, non : {{no}}, abstentions : {{abstain}}, sur {{electorate}} pouvant voter.',
  'voting-passed.action': 'Voir la décision',
  'voting-failed.subject': 'Rejetée : {{title}}',
  'voting-failed.body':
    'Les membres ont décidé. Oui : {{yes}}, non : {{no}}, abstentions : {{abstain}}, sur {{electorate}} pouvant voter. Rien ne change.',
  'voting-failed.action': 'Voir la décision',
  'charter-changed.subject': 'La charte a changé : {{title}}',
  'charter-changed.body':
    'La version {{version}} de la charte est en vigueur. Les nouvelles commandes la suivent ; les précédentes gardent la leur.',
  'charter-changed.action': 'Lire la charte',
  'review-received.subject': 'Un client a écrit sur votre travail',
  'review-received.body':
    '{{by}} a donné {{stars}} sur 5 à {{title}}. Vous pouvez répondre publiquement.',
  'review-received.action': 'Lire l’avis',
  'co-op-suspended.subject': '{{coOp}} est suspendue',
  'co-op-suspended.body':
    'La fédération a suspendu {{coOp}}. Le motif : {{reason}}. Vos données vous restent ouvertes, et vous pouvez contester.',
  'co-op-suspended.action': 'Voir ce que cela change',
  'co-op-restored.subject': '{{coOp}} est de nouveau ouverte',
  'co-op-restored.body': 'La fédération a levé la suspension. La vitrine reprend les réservations.',
  'co-op-restored.action': 'Aller au bureau',
  'first-password.subject': 'Votre coopérative vous attend',
  'first-password.body':
    'Quelqu’un de la fédération a créé une coopérative pour votre groupe. Choisissez un mot de passe sous 14 jours pour entrer.',
  'first-password.action': 'Choisir un mot de passe',
  'door-asked.subject': '{{by}} demande à regarder chez {{coOp}}',
  'door-asked.body':
    'Motif : {{reason}}. Ce serait pour {{minutes}} minutes, en lecture seule, et vous verrez chaque regard. Vous pouvez refuser.',
  'door-asked.action': 'Répondre',
  'door-opened.subject': '{{coOp}} vous a ouvert une porte',
  'door-opened.body':
    'Vous pouvez regarder, en lecture seule, jusqu’à ce que la porte se ferme d’elle-même. Chaque regard est noté des deux côtés.',
  'door-opened.action': 'Regarder',
  'door-refused.subject': '{{coOp}} garde sa porte fermée',
  'door-refused.body':
    'Leurs responsables ne veulent pas que vous regardiez. C’est leur droit ; demandez-leur ce qu’il vous faut savoir.',
  'door-refused.action': 'Vos demandes',
  'door-closed.subject': 'La porte chez {{coOp}} est fermée',
  'door-closed.body':
    'Son temps est écoulé, ou un responsable l’a fermée. S’il vous faut plus, redemandez.',
  'door-closed.action': 'Vos demandes',
  'first-reading-passed.subject': 'Adoptée en première lecture : {{title}}',
  'first-reading-passed.body':
    'Oui : {{yes}}, non : {{no}}, abstentions : {{abstain}}, sur {{electorate}} pouvant voter. Elle abaisse une protection, donc rien ne change encore : parlez-en. Le second scrutin s’ouvre le {{opens}}.',
  'first-reading-passed.action': 'La relire',
  'second-reading-open.subject': 'Votre voix est attendue à nouveau : {{title}}',
  'second-reading-open.body':
    'La première lecture est adoptée. Ce second scrutin décide et part de zéro : votre premier bulletin ne compte plus. Il est ouvert jusqu’au {{closes}}.',
  'second-reading-open.action': 'Voter',
  'charter-reverted.subject': 'Une clause a repris son ancien texte : {{title}}',
  'charter-reverted.body':
    'Ce que la proposition {{number}} avait changé est devenu caduc, faute de renouvellement. La version {{version}} de la charte protège comme avant. Les commandes déjà passées gardent leurs conditions.',
  'charter-reverted.action': 'Lire la charte',
  'sunset-near.subject': 'Bientôt caduque : {{title}}',
  'sunset-near.body':
    'Sauf si vous la renouvelez ensemble, cette décision devient caduque le {{until}} et la clause protège de nouveau comme avant. Un renouvellement demande deux lectures : il reste le temps s’il commence maintenant. Pour la laisser s’éteindre, il n’y a rien à faire.',
  'sunset-near.action': 'Voir la décision',
  'listings-withheld.subject': 'Des annonces dont le prix est à revoir',
  'listings-withheld.body':
    'Selon la charte désormais en vigueur, l’heure de ces annonces pourrait payer moins que le plancher ; elles ont donc quitté la vitrine :\n{{titles}}\nRelevez leurs prix et publiez-les de nouveau. Ce qui est réservé garde ses conditions.',
  'listings-withheld.action': 'Voir les annonces',
  'delegate-named.subject': '{{who}} parle désormais pour {{coOp}}',
  'delegate-named.body':
    '{{by}}, de la fédération, a inscrit que {{who}}, qui est membre chez vous, parle désormais pour {{coOp}}, à la place de la personne qui le faisait. Si vos membres ne l’ont pas décidé, dites-le à la fédération.',
  'delegate-named.action': 'Votre coopérative',
  'delegate-removed.subject': '{{who}} ne parle plus pour {{coOp}}',
  'delegate-removed.body':
    '{{by}}, de la fédération, a inscrit que {{who}} ne parle plus pour {{coOp}}. Choisissez qui le fait, et dites-le à la fédération.',
  'delegate-removed.action': 'Votre coopérative',
  'terms-changed.subject': 'De nouvelles conditions pour la fédération dès le {{date}}',
  'terms-changed.body':
    'Cotisation : {{fee}} % (avant : {{feeBefore}} %). Part minimale des travailleurs : {{workers}} % (avant : {{workersBefore}} %). Le motif : {{reason}}. Votre charte reste telle quelle jusqu’au vote de vos membres ; chaque commande garde les conditions de son jour.',
  'terms-changed.action': 'Votre charte',
  'proposal-open.subject': '{{by}} propose : {{title}}',
  'proposal-open.body':
    '{{by}} a soumis une proposition à tous les membres, et le scrutin est ouvert jusqu’au {{closes}}. Vous pouvez changer votre vote jusque-là.',
  'proposal-open.action': 'La lire et voter',
  'passed-in-force.subject': 'Adoptée, et la charte a changé : {{title}}',
  'passed-in-force.body':
    'Les membres ont décidé. Oui : {{yes}}, non : {{no}}, abstentions : {{abstain}}, sur {{electorate}} pouvant voter. La version {{version}} de la charte est en vigueur. Les nouvelles commandes la suivent ; les précédentes gardent la leur.',
  'passed-in-force.action': 'Voir la décision',
  'order-item-cancelled.subject': 'Annulé : {{title}}',
  'order-item-cancelled.body':
    '« {{title}} », de votre réservation {{code}}, est annulé. Le reste de la réservation est maintenu. {{amount}} reviennent sur votre carte ; cela peut prendre quelques jours.',
  'order-item-cancelled.action': 'Votre réservation',
  'order-item-cancelled-kept.subject': 'Annulé : {{title}}',
  'order-item-cancelled-kept.body':
    '« {{title}} », de votre réservation {{code}}, est annulé. Le reste de la réservation est maintenu. C’était si tard que selon notre charte tout le prix est retenu : rien n’est rendu.',
  'order-item-cancelled-kept.action': 'Le reçu',
  'order-item-cancelled-part.subject': 'Annulé : {{title}}',
  'order-item-cancelled-part.body':
    '« {{title}} », de votre réservation {{code}}, est annulé. Le reste de la réservation est maintenu. {{amount}} reviennent sur votre carte, en quelques jours. C’était tard : selon notre charte, le reste de son prix est retenu.',
  'order-item-cancelled-part.action': 'Le reçu',
  'order-cancelled-unpaid.subject': 'Annulé : {{title}}',
  'order-cancelled-unpaid.body':
    'Votre réservation {{code}} est annulée. Rien n’a été payé, il n’y a donc rien à rendre.',
  'order-cancelled-unpaid.action': 'Votre réservation',
  'order-cancelled-kept.subject': 'Annulé : {{title}}',
  'order-cancelled-kept.body':
    'Votre réservation {{code}} est annulée. C’était si tard que selon notre charte tout le prix est retenu : rien n’est rendu.',
  'order-cancelled-kept.action': 'Le reçu',
  'order-cancelled-part.subject': 'Annulé : {{title}}',
  'order-cancelled-part.body':
    'Votre réservation {{code}} est annulée. {{amount}} sur {{total}} reviennent sur votre carte, en quelques jours. C’était tard : selon notre charte, le reste est retenu.',
  'order-cancelled-part.action': 'Le reçu',
}
