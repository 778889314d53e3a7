export const mail = {
  foot: 'Recibes esta carta por algo que ha ocurrido en {{site}}. Nadie vende tu dirección.',
  'verify-email.subject': 'Confirma tu dirección',
  'verify-email.body':
    'Pulsa el botón para confirmar que esta es tu dirección. Con eso se abre tu cuenta. Si no la pediste, no hagas nada.',
  'verify-email.action': 'Confirmar',
  'account-known.subject': 'Ya tienes una cuenta',
  'account-known.body':
    'Alguien, quizá tú, quiso crear una cuenta con esta dirección. Ya tienes una: entra con ella. Si olvidaste la contraseña, allí puedes elegir otra. Si no has sido tú, no hagas nada.',
  'account-known.action': 'Entrar',
  'reset-password.subject': 'Elige una contraseña nueva',
  'reset-password.body':
    'Alguien ha pedido una contraseña nueva para tu cuenta. Si has sido tú, pulsa el botón antes de diez minutos. Si no, no hagas nada: tu contraseña sigue igual.',
  'reset-password.action': 'Elegir contraseña',
  'password-changed.subject': 'Tu contraseña ha cambiado',
  'password-changed.body':
    'Tu contraseña ha cambiado y hemos cerrado tus demás sesiones. Si no has sido tú, elige otra ahora.',
  'password-changed.action': 'Tu cuenta',
  'welcome.subject': 'Ya eres parte de {{coOp}}',
  'welcome.body':
    'Tienes una participación y un voto. Di qué horas trabajas y lee el estatuto: es lo que obliga al dinero.',
  'welcome.action': 'Ir a la oficina',
  'invitation.subject': '{{by}} te invita a {{coOp}}',
  'invitation.body':
    '{{by}} te propone ser parte de {{coOp}}, una cooperativa que pertenece a quienes trabajan en ella: una participación, un voto. La invitación vale 14 días.',
  'invitation.action': 'Ver la invitación',
  'founding-open.subject': '{{coOp}} ha abierto sus puertas',
  'founding-open.body':
    'Todas las personas fundadoras han aceptado el estatuto. Vuestro escaparate ya admite reservas.',
  'founding-open.action': 'Ir a la oficina',
  'order-paid.subject': 'Reservado: {{title}}',
  'order-paid.body':
    'Gracias. Has pagado {{total}}. Tu reserva es {{code}}. En su página puedes seguirla, cambiarla o cancelarla.',
  'order-paid.action': 'Tu reserva',
  'order-changed.subject': 'Hora nueva: {{start}}',
  'order-changed.body': 'Tu reserva {{code}} tiene una hora nueva: {{start}}.',
  'order-changed.action': 'Tu reserva',
  'order-cancelled.subject': 'Cancelado: {{title}}',
  'order-cancelled.body':
    'Tu reserva {{code}} está cancelada. Te devolvemos {{amount}} a la tarjeta; puede tardar unos días.',
  'order-cancelled.action': 'Tu reserva',
  'order-refunded.subject': 'Te devolvemos {{amount}}',
  'order-refunded.body':
    'Te devolvemos {{amount}} de tu reserva {{code}}. Cada persona que recibió una parte la devuelve.',
  'order-refunded.action': 'El recibo',
  'payment-late-refunded.subject': 'Ya no estaba libre; tu dinero vuelve',
  'payment-late-refunded.body':
    'Tu pago llegó después de los 20 minutos en que guardamos lo que elegiste, y otra persona lo tomó. {{total}} vuelven a tu tarjeta. Lo sentimos.',
  'payment-late-refunded.action': 'Elegir de nuevo',
  'work-done.subject': 'Hecho: {{title}}. Aquí tienes tu recibo',
  'work-done.body':
    'El trabajo está hecho. El recibo muestra quién recibió cada parte de tus {{total}}. También puedes decir qué tal fue.',
  'work-done.action': 'Recibo y reseña',
  'job-offered.subject': 'Un trabajo para ti: {{title}}',
  'job-offered.body': 'Han reservado {{title}} y te toca hacerlo. Acéptalo o di que no puedes.',
  'job-offered.action': 'Ver el trabajo',
  'job-cancelled.subject': 'Anulado: {{title}}',
  'job-cancelled.body': 'La reserva {{code}} se ha cancelado.',
  'job-cancelled.action': 'Ver el trabajo',
  'proposal-raised.subject': '{{by}} propone: {{title}}',
  'proposal-raised.body':
    '{{by}} ha presentado una propuesta a todas las personas socias. Léela y di qué piensas. La votación se abre el {{opens}}.',
  'proposal-raised.action': 'Leer la propuesta',
  'voting-open.subject': 'Hace falta tu voto: {{title}}',
  'voting-open.body':
    'La votación está abierta hasta el {{closes}}. Hasta entonces puedes cambiar tu voto.',
  'voting-open.action': 'Votar',
  'voting-passed.subject': 'Aprobada: {{title}}',
  'voting-passed.body':
    'Hay decisión. Sí: {{yes}}; no: {{no}}; abstenciones: {{abstain}}; con derecho a voto: {{electorate}}.',
  'voting-passed.action': 'Ver la decisión',
  'voting-failed.subject': 'No aprobada: {{title}}',
  'voting-failed.body':
    'Hay decisión. Sí: {{yes}}; no: {{no}}; abstenciones: {{abstain}}; con derecho a voto: {{electorate}}. Todo sigue igual.',
  'voting-failed.action': 'Ver la decisión',
  'charter-changed.subject': 'El estatuto ha cambiado: {{title}}',
  'charter-changed.body':
    'La versión {{version}} del estatuto rige desde ahora. Los pedidos nuevos siguen esa versión; los anteriores conservan la suya.',
  'charter-changed.action': 'Leer el estatuto',
  'review-received.subject': 'Han escrito sobre tu trabajo',
  'review-received.body': '{{by}} ha dado {{stars}} de 5 a {{title}}. Puedes responder en público.',
  'review-received.action': 'Leerla',
  'co-op-suspended.subject': '{{coOp}} está suspendida',
  'co-op-suspended.body':
    'La federación ha suspendido {{coOp}}. El motivo: {{reason}}. Vuestros datos siguen abiertos y podéis recurrir.',
  'co-op-suspended.action': 'Ver qué significa',
  'co-op-restored.subject': '{{coOp}} vuelve a estar abierta',
  'co-op-restored.body':
    'La federación ha levantado la suspensión. El escaparate admite reservas de nuevo.',
  'co-op-restored.action': 'Ir a la oficina',
  'first-password.subject': 'Tu cooperativa te espera',
  'first-password.body':
    'Alguien de la federación ha fundado una cooperativa para vuestro grupo. Elige una contraseña en los próximos 14 días para entrar.',
  'first-password.action': 'Elegir contraseña',
  'door-asked.subject': '{{by}} pide mirar en {{coOp}}',
  'door-asked.body':
    'Motivo: {{reason}}. Serían {{minutes}} minutos, solo para leer, y veréis cada consulta. Podéis decir que no.',
  'door-asked.action': 'Responder',
  'door-opened.subject': '{{coOp}} te ha abierto una puerta',
  'door-opened.body':
    'Ya puedes mirar, solo para leer, hasta que la puerta se cierre sola. Cada consulta queda anotada en ambas partes.',
  'door-opened.action': 'Mirar',
  'door-refused.subject': '{{coOp}} deja la puerta cerrada',
  'door-refused.body':
    'Sus responsables no quieren que mires. Están en su derecho: pregúntales lo que necesites saber.',
  'door-refused.action': 'Tus peticiones',
  'door-closed.subject': 'La puerta de {{coOp}} está cerrada',
  'door-closed.body':
    'Se acabó su tiempo, o una persona responsable la cerró. Si necesitas más, vuelve a pedirla.',
  'door-closed.action': 'Tus peticiones',
  'first-reading-passed.subject': 'Aprobada en primera lectura: {{title}}',
  'first-reading-passed.body':
    'Sí: {{yes}}; no: {{no}}; abstenciones: {{abstain}}; con derecho a voto: {{electorate}}. Rebaja una protección, así que aún no cambia nada: habladlo. La segunda votación se abre el {{opens}}.',
  'first-reading-passed.action': 'Leerla otra vez',
  'second-reading-open.subject': 'Hace falta tu voto otra vez: {{title}}',
  'second-reading-open.body':
    'La primera lectura se aprobó. Esta segunda votación decide y empieza de cero: tu primera papeleta no vuelve a contar. Está abierta hasta el {{closes}}.',
  'second-reading-open.action': 'Votar',
  'charter-reverted.subject': 'Una cláusula vuelve a ser la de antes: {{title}}',
  'charter-reverted.body':
    'Lo que cambió la propuesta {{number}} ha caducado, porque no se renovó. La versión {{version}} del estatuto protege como antes. Los pedidos hechos hasta ahora conservan sus condiciones.',
  'charter-reverted.action': 'Leer el estatuto',
  'sunset-near.subject': 'Caduca pronto: {{title}}',
  'sunset-near.body':
    'Si no la renováis, esta decisión caduca el {{until}} y la cláusula vuelve a proteger como antes. Renovarla exige dos lecturas: hay tiempo si se empieza ahora. Para dejarla caducar no hace falta nada.',
  'sunset-near.action': 'Ver la decisión',
  'listings-withheld.subject': 'Ofertas a las que poner otro precio',
  'listings-withheld.body':
    'Según el estatuto que rige ahora, la hora de estas ofertas podría pagar menos que el suelo, así que salieron del escaparate:\n{{titles}}\nSubid sus precios y publicadlas de nuevo. Lo ya reservado conserva sus condiciones.',
  'listings-withheld.action': 'Ver las ofertas',
  'delegate-named.subject': '{{who}} habla ahora por {{coOp}}',
  'delegate-named.body':
    '{{by}}, de la federación, ha anotado que {{who}}, que es de vuestra cooperativa, habla por {{coOp}} desde ahora, en lugar de quien lo hacía. Si no lo habéis decidido así, decídselo a la federación.',
  'delegate-named.action': 'Vuestra cooperativa',
  'delegate-removed.subject': '{{who}} ya no habla por {{coOp}}',
  'delegate-removed.body':
    '{{by}}, de la federación, ha anotado que {{who}} ya no habla por {{coOp}}. Elegid a otra persona y decídselo a la federación.',
  'delegate-removed.action': 'Vuestra cooperativa',
  'terms-changed.subject': 'La federación tiene nuevas condiciones desde el {{date}}',
  'terms-changed.body':
    'Cuota: {{fee}} % (antes: {{feeBefore}} %). Parte mínima de quienes trabajan: {{workers}} % (antes: {{workersBefore}} %). El motivo: {{reason}}. Vuestro estatuto sigue como está hasta que votéis; cada pedido conserva las condiciones de su día.',
  'terms-changed.action': 'Vuestro estatuto',
  'proposal-open.subject': '{{by}} propone: {{title}}',
  'proposal-open.body':
    '{{by}} ha presentado una propuesta a todas las personas socias, y la votación está abierta hasta el {{closes}}. Hasta entonces puedes cambiar tu voto.',
  'proposal-open.action': 'Leerla y votar',
  'passed-in-force.subject': 'Aprobada, y el estatuto ha cambiado: {{title}}',
  'passed-in-force.body':
    'Hay decisión. Sí: {{yes}}; no: {{no}}; abstenciones: {{abstain}}; con derecho a voto: {{electorate}}. La versión {{version}} del estatuto rige desde ahora. Los pedidos nuevos siguen esa versión; los anteriores conservan la suya.',
  'passed-in-force.action': 'Ver la decisión',
  'order-item-cancelled.subject': 'Cancelado: {{title}}',
  'order-item-cancelled.body':
    '«{{title}}», de tu reserva {{code}}, está cancelado. El resto de la reserva sigue en pie. Te devolvemos {{amount}} a la tarjeta; puede tardar unos días.',
  'order-item-cancelled.action': 'Tu reserva',
  'order-item-cancelled-kept.subject': 'Cancelado: {{title}}',
  'order-item-cancelled-kept.body':
    '«{{title}}», de tu reserva {{code}}, está cancelado. El resto de la reserva sigue en pie. Era tan tarde que según nuestro estatuto se retiene todo el precio, así que no se devuelve nada.',
  'order-item-cancelled-kept.action': 'El recibo',
  'order-item-cancelled-part.subject': 'Cancelado: {{title}}',
  'order-item-cancelled-part.body':
    '«{{title}}», de tu reserva {{code}}, está cancelado. El resto de la reserva sigue en pie. Te devolvemos {{amount}} a la tarjeta; puede tardar unos días. Era tarde: según nuestro estatuto se retiene el resto de su precio.',
  'order-item-cancelled-part.action': 'El recibo',
  'order-cancelled-unpaid.subject': 'Cancelado: {{title}}',
  'order-cancelled-unpaid.body':
    'Tu reserva {{code}} está cancelada. No se pagó nada, así que no hay nada que devolver.',
  'order-cancelled-unpaid.action': 'Tu reserva',
  'order-cancelled-kept.subject': 'Cancelado: {{title}}',
  'order-cancelled-kept.body':
    'Tu reserva {{code}} está cancelada. Era tan tarde que según nuestro estatuto se retiene todo el precio, así que no se devuelve nada.',
  'order-cancelled-kept.action': 'El recibo',
  'order-cancelled-part.subject': 'Cancelado: {{title}}',
  'order-cancelled-part.body':
    'Tu reserva {{code}} está cancelada. Te devolvemos {{amount}} de {{total}} a la tarjeta; puede tardar unos días. Era tarde: según nuestro estatuto se retiene el resto.',
  'order-cancelled-part.action': 'El recibo',
}
