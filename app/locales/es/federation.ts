export const federation = {
  title: 'Twiza: una cooperativa de plataforma lista para usar',
  head: 'Funda tu cooperativa en diez minutos.',
  lead: 'Twiza da a cada grupo de personas trabajadoras su propio mercado: reservas, pagos, participación y votos que obligan. Es de las cooperativas que la usan.',
  'see-one': 'Ver las cooperativas en marcha',
  'what-is':
    '(تويزة) es la costumbre norteafricana de juntarse el vecindario para un trabajo demasiado grande para una sola casa.',
  how: 'De una idea a las puertas abiertas',
  'how.1': 'Elige un modelo',
  'how.1.what': 'Servicios a domicilio hoy; viajes, imágenes y productos, en camino.',
  'how.2': 'Ponle nombre',
  'how.2.what': 'Un nombre, una dirección y dos colores. De ahí se teje tu tela.',
  'how.3': 'Invita a quienes fundan',
  'how.3.what': 'Por correo. Cada quien entra con un enlace.',
  'how.4': 'Ratificad el estatuto',
  'how.4.what': 'Seis cláusulas en palabras claras. Lo que acordáis es lo que obedecen los pagos.',
  'how.5': 'Abrid las puertas',
  'how.5.what': 'Vuestro escaparate recibe su primera reserva.',
  owned: 'Todo esto es de las cooperativas.',
  'owned.lead_one':
    '{{count}} cooperativa es dueña de Twiza, con un voto sobre cuotas, proveedores y reglas.',
  'owned.lead_many':
    '{{count}} cooperativas son dueñas de Twiza. Cada una tiene un voto sobre cuotas, proveedores y reglas, sea cual sea su tamaño.',
  'owned.lead_other':
    '{{count}} cooperativas son dueñas de Twiza. Cada una tiene un voto sobre cuotas, proveedores y reglas, sea cual sea su tamaño.',
  'owned.bound':
    'La federación también está obligada: no suspende a nadie sin motivo, y cualquier cooperativa puede irse con todo lo suyo, cualquier día.',
  'owned.read': 'Leer de quién es',
  members_one: '{{count}} persona socia',
  members_many: '{{count}} personas socias',
  members_other: '{{count}} personas socias',
  money: 'El {{percent}} de lo que pagan los clientes es para quienes hicieron el trabajo.',
  'money.workers': 'para quienes trabajan. Lo fija su estatuto, y solo esas personas lo cambian.',
  'money.co-op': 'para su cooperativa: seguro, formación y reservas',
  'money.federation': 'para la federación: servidores, apoyo y programas',
  'money.card': 'en costes de tarjeta. Es lo único que sale de la economía cooperativa.',
  'money.stays_one':
    'del dinero de {{count}} trabajo del último año se quedó en la economía cooperativa.',
  'money.stays_many':
    'del dinero de {{count}} trabajos del último año se quedó en la economía cooperativa. Contado en los libros de todas las cooperativas.',
  'money.stays_other':
    'del dinero de {{count}} trabajos del último año se quedó en la economía cooperativa. Contado en los libros de todas las cooperativas.',
  directory: 'Cooperativas a las que puedes comprar hoy',
  'directory.order': 'Por orden alfabético. Nadie puede pagar por subir.',
  'directory.hourly': 'la hora, paga mediana de 12 meses',
  'directory.new': 'recién abierta',
  'directory.title': 'Cooperativas de Twiza',
  'directory.head_one': 'Una cooperativa. Dueñas y dueños: {{members}}.',
  'directory.head_many': '{{count}} cooperativas. Dueñas y dueños: {{members}}.',
  'directory.head_other': '{{count}} cooperativas. Dueñas y dueños: {{members}}.',
  'terms.head': 'La federación toma el {{percent}}, y las cooperativas deciden qué hace.',
  'terms.lead_one': 'Una cooperativa, un voto. Hay {{count}}.',
  'terms.lead_many': 'Una cooperativa, un voto. Hay {{count}}.',
  'terms.lead_other': 'Una cooperativa, un voto. Hay {{count}}.',
  'terms.fee': 'La cuota',
  'terms.fee.what':
    'El {{percent}} de cada precio repartible, que sale de la parte de la cooperativa y nunca de la de quienes trabajan.',
  'terms.floor': 'El suelo',
  'terms.floor.what': 'Ningún estatuto puede dar a quienes trabajan menos del {{percent}}.',
  'terms.leave': 'El derecho a salir',
  'terms.leave.what':
    'Una cooperativa puede salir cualquier día con todo lo que es suyo. Sus responsables electos descargan la exportación: miembros, ofertas, pedidos, libros y decisiones, en un archivo que otros programas pueden leer. También pueden hacerlo durante una suspensión, sin pedir permiso a nadie.',
  'terms.suspend': 'La suspensión',
  'terms.suspend.what': 'Solo con un motivo, que el escaparate muestra y el registro guarda.',
  'terms.since': 'Condiciones, versión {{version}}, desde el {{date}}.',
  'terms.to-come': 'Decidido para más adelante',
  'terms.from':
    'Desde el {{date}}: una cuota del {{fee}}, y ningún estatuto puede dar a quienes trabajan menos del {{workers}}.',
}
