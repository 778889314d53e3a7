export const refusals = {
  'not-found': 'No lo hemos encontrado.',
  'listing-not-found': 'Esto ya no se ofrece.',
  'listing-is-sample':
    'Es una muestra. Se podrá reservar cuando las personas socias la hagan suya.',
  'co-op-not-open': 'Esta cooperativa aún no admite reservas.',
  'order-not-found': 'No hemos encontrado esa reserva.',
  'order-not-payable': 'Esta reserva ya no se puede pagar.',
  'order-not-cancellable': 'Esta reserva ya no se puede cancelar.',
  'order-not-refundable': 'No hay nada que devolver.',
  'refund-too-large': 'Es más de lo que se pagó.',
  'refund-too-small': 'Escribe un importe mayor que cero.',
  'slug-none': 'De este nombre no sale una dirección. Escríbela aquí.',
  'slug-shape': 'Usa de 3 a 32 letras minúsculas, cifras y guiones simples.',
  'slug-reserved': 'Esa dirección está reservada. Elige otra.',
  'slug-taken': 'Otra cooperativa tiene esa dirección. Elige otra.',
  'blueprint-unknown': 'No hay ningún modelo con ese nombre.',
  'blueprint-not-ready': 'Este modelo aún se está construyendo.',
  'password-too-short': 'Usa al menos 10 caracteres. Una frase corta va bien.',
  'password-too-long': 'Usa 200 caracteres como máximo.',
  'password-too-common': 'Es la primera que todo el mundo prueba. Elige otra.',
  'password-too-known': 'Quien te conoce a ti o a tu cooperativa prueba esta primero. Elige otra.',
  'password-is-email': 'No uses tu dirección como contraseña.',
  'sign-in-refused':
    'La dirección y la contraseña no coinciden. Una cuenta nueva se abre con el enlace de nuestra carta.',
  'code-useless': 'Este enlace ya se usó o ha caducado. Pide otro.',
  'invitation-useless': 'Esta invitación ya se usó, se retiró o ha caducado. Pide otra.',
  'already-invited': 'Esta dirección ya tiene una invitación abierta.',
  'terms-out-of-range': 'Ese número queda fuera de lo que permite la cláusula: {{detail}}.',
  'nothing-changes': 'Eso es lo que el estatuto ya dice.',
  'clause-fixed': 'Esta cláusula no se puede cambiar: queda como se acordó.',
  'below-federation-split':
    'Las cooperativas de la federación acordaron que quienes trabajan reciben al menos el {{detail}}. Ningún estatuto puede bajar de ahí.',
  'below-federation-floor':
    'Las cooperativas de la federación acordaron que una hora paga al menos {{detail}}. Ningún estatuto puede bajar de ahí.',
  'split-leaves-too-little':
    'Por encima del {{detail}} no queda para la cuota de la federación ni para lo que cuestan las tarjetas.',
  'charter-out-of-bounds':
    'Las cooperativas de la federación han acordado límites que estos estatutos no respetan. Primero hay que cambiar sus cifras.',
  'proposal-not-found': 'No hemos encontrado esa propuesta.',
  'voting-closed': 'La votación está cerrada.',
  'not-an-elector': 'Vota quien era parte de la cooperativa al abrirse la votación.',
  'below-floor':
    'Con algunas opciones la hora pagaría menos que el suelo de vuestro estatuto. Sube el precio o baja los minutos de lo que menos paga.',
  'picture-too-large': 'La imagen es demasiado grande. Usa una de menos de 15 MB.',
  'picture-unreadable': 'No podemos leer esta imagen. Usa JPEG, PNG, WebP o AVIF.',
  'picture-too-many-pixels':
    'La imagen tiene demasiados píxeles. Usa una de 40 megapíxeles como máximo, con todos sus fotogramas.',
  'picture-too-slow':
    'La imagen tarda demasiado en leerse. Guárdala de nuevo como JPEG sencillo y usa esa.',
  'pictures-busy': 'Ahora mismo se están leyendo otras imágenes. Inténtalo de nuevo en un minuto.',
  'not-done-yet': 'Primero tiene que estar hecho el trabajo.',
  'order-not-changeable': 'Esta reserva ya no se puede cambiar.',
  'change-too-late': 'Es tarde para moverlo sin coste.',
  'not-your-job': 'Este trabajo no es tuyo.',
  'no-such-step': 'Este paso ya no forma parte del trabajo. Vuelve a cargar la página.',
  'journal-conflict': 'Esto ya se anotó de otra forma.',
  'state-otherwise': 'Esta cooperativa ya está en otro estado.',
  'too-many-pictures': 'Esta oferta ya tiene ocho fotos. Quita una antes.',
  'too-late-to-hand-back': 'Falta menos de un día. Habla con el resto del equipo.',
  'nobody-free':
    'Nadie más trabaja y está libre entonces. El trabajo sigue siendo tuyo: habla con el resto del equipo.',
  'no-account': 'Este correo aún no tiene cuenta.',
  'is-admin': 'Ya administra la federación.',
  'last-admin': 'La última persona que administra se queda: alguien tiene que poder dar acceso.',
  'not-yourself': 'No puedes bloquearte a ti.',
  'terms-past': 'Las condiciones no pueden empezar en el pasado.',
  'terms-squeeze': 'Los estatutos de algunas cooperativas no dejan sitio a esta cuota.',
  'door-answered': 'Ya se respondió, o es demasiado antiguo.',
  'door-shut': 'Esta puerta está cerrada.',
  'nothing-to-renew': 'Aquí ya no hay nada que renovar.',
  'renewal-under-way': 'Ya se está decidiendo una renovación.',
  'renewal-out-of-bounds':
    'Las cooperativas de la federación han acordado desde entonces más que esto: no se puede renovar tal como está. Propón otras condiciones.',
  'account-locked': 'Esta cuenta está bloqueada. Desbloquéala primero.',
  'no-ballots': 'Aquí no hay papeletas que llevarse: la votación no se ha cerrado.',
  'not-allowed': 'Eso ya no te corresponde. Pregunta a una persona responsable.',
  'pays-below-floor':
    'Con estas opciones una hora de trabajo pagaría menos de lo que permite nuestro estatuto, así que no podemos aceptar la reserva. Quita lo que lleva mucho tiempo para su precio, o pregúntanos.',
  'not-a-member': 'Solo una persona socia en activo de esta cooperativa puede hablar por ella.',
  'terms-too-much':
    'La parte mínima de quienes trabajan, la cuota y lo que cuesta una tarjeta (hasta un 3 %) superan el precio entero: ningún estatuto podría cumplirlo.',
  'terms-no-floor': 'La paga mínima por hora debe ser mayor que cero en cada moneda.',
  'invitation-for-another': 'Esta invitación se envió a otra dirección que la de tu cuenta.',
  'member-already': 'Ya eres parte de la cooperativa.',
  'is-member': 'Esta dirección ya es de una persona socia.',
  'date-is-off': 'Ya tienes libres esas horas de esa fecha. Quítalo primero.',
  'date-is-extra': 'Ya hay horas añadidas a esa hora de esa fecha. Quítalas primero.',
  'password-wrong': 'Esta no es tu contraseña actual.',
  'order-paid':
    'Esta reserva ya está pagada, así que este formulario no ha cambiado nada. La página de la reserva muestra lo que vale.',
  'team-too-large':
    'Hacen falta más personas de las que hacen trabajos en vuestra cooperativa. Reducid el equipo o publicad esta oferta cuando seáis más.',
  'logo-too-small':
    'El logotipo es demasiado pequeño para verse. Usa uno de al menos 96 píxeles en su lado más corto.',
  'photograph-too-small':
    'La imagen es demasiado pequeña para mostrar algo. Usa una de al menos 240 píxeles en su lado más corto.',
  'work-has-begun': 'Ya estamos trabajando: no se puede cancelar.',
  'reviewed-already': 'Ya dijiste cómo fue, y eso queda. Estas palabras no se añadieron.',
  'terms-floor-too-high':
    'Ningún estatuto puede prometer más de {{most}} por hora. Escribe eso o menos.',
  'account-without-password':
    'Nadie ha elegido aún contraseña para esta cuenta. Se hace con el enlace de su carta; después podrás darle acceso.',
  'account-unconfirmed':
    'La dirección de esta cuenta aún no está confirmada y no se sabe de quién es. Que la confirme primero.',
  'not-a-member-here': 'Esto es para quienes forman parte de esta cooperativa.',
  'member-suspended':
    'Tu membresía está suspendida: por ahora aquí no puedes ver ni cambiar nada. Pregunta a una persona responsable de tu cooperativa.',
  'member-left': 'Has dejado esta cooperativa: su oficina es para sus personas socias.',
  'try-again':
    'Otras personas estaban reservando en el mismo momento, así que esto no se hizo. Inténtalo de nuevo.',
  'edit-conflict': 'Alguien guardó esto mientras escribías.',
}
