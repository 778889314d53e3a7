export const errors = {
  home: 'A la primera página',
  'missing.title': 'No hay nada en esta dirección.',
  'missing.what': 'Puede que se haya movido o que la dirección tenga un error.',
  'forbidden.title': 'Esta página es para otras personas.',
  'forbidden.what': 'Has entrado, pero esta parte es de quienes tienen otra función aquí.',
  'often.title': 'Demasiadas veces.',
  'often.what': 'Espera unos minutos y prueba de nuevo. No se ha perdido nada.',
  'suspended.title': 'Esta cooperativa está suspendida por ahora.',
  'suspended.what':
    'No admite reservas hasta que la federación levante la suspensión. Lo reservado sigue en pie.',
  'suspended.why': 'El motivo: {{reason}}',
  'fault.title': 'Algo ha fallado por nuestra parte.',
  'fault.what': 'Ha quedado anotado y lo miraremos. Nada se ha hecho dos veces. Prueba de nuevo.',
  'busy.title': 'No podemos atenderte por un momento.',
  'busy.what':
    'No se ha perdido nada y nada se hace dos veces. Espera unos segundos y vuelve a intentarlo.',
  'unreadable.title': 'No hemos podido leerlo.',
  'unreadable.what':
    'Lo enviado no es un formulario nuestro, o se cortó por el camino. Vuelve atrás y envíalo de nuevo.',
  'large.title': 'Es demasiado de una vez.',
  'large.what':
    'Un formulario admite como mucho 400 campos y 200 kB, y un archivo 40 MB. Acórtalo y envíalo de nuevo.',
  'forged.title': 'Este formulario viene de otro sitio.',
  'forged.what': 'No se ha hecho nada. Abre la página aquí y envíalo desde ella.',
  'nowhere.title': 'En esta dirección no vive ninguna cooperativa.',
  'nowhere.what':
    'Puede que la dirección tenga un error o que la cooperativa tenga otra. En el directorio están todas las abiertas.',
  'nowhere.directory': 'Buscar una cooperativa',
}
