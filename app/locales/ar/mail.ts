export const mail = {
  foot: 'تصلك هذه الرسالة بسبب أمر جرى في {{site}}. ولا أحد يبيع عنوانك.',
  'verify-email.subject': 'تأكيد عنوانك',
  'verify-email.body':
    'هل هذا عنوانك؟ الضغط على الزر يؤكده، وبذلك يُفتح حسابك. إن لم تطلب حسابًا فلا حاجة إلى شيء.',
  'verify-email.action': 'تأكيد',
  'account-known.subject': 'لديك حساب بالفعل',
  'account-known.body':
    'أراد شخص ما، ربما أنت، إنشاء حساب بهذا العنوان. لديك حساب: سجّل الدخول به. إن نسيت كلمة مروره فيمكنك هناك اختيار غيرها. وإن لم يكن الطلب منك فلا حاجة إلى شيء.',
  'account-known.action': 'تسجيل الدخول',
  'reset-password.subject': 'كلمة مرور جديدة',
  'reset-password.body':
    'وصلنا طلب كلمة مرور جديدة لحسابك. إن كان الطلب منك فالزر صالح عشر دقائق. وإلا فلا حاجة إلى شيء، وتبقى كلمة المرور كما هي.',
  'reset-password.action': 'اختيار كلمة مرور',
  'password-changed.subject': 'تغيّرت كلمة مرورك',
  'password-changed.body':
    'تغيّرت كلمة مرورك، وأُغلقت جلساتك الأخرى كلها. إن لم يكن التغيير منك فالأفضل اختيار كلمة مرور جديدة الآن.',
  'password-changed.action': 'حسابك',
  'welcome.subject': 'انضممت إلى {{coOp}}',
  'welcome.body':
    'لك الآن حصة واحدة وصوت واحد. الخطوة التالية تحديد ساعات عملك وقراءة الميثاق، فهو ما يُلزم المال.',
  'welcome.action': 'إلى المكتب',
  'invitation.subject': 'دعوة من {{by}} إلى {{coOp}}',
  'invitation.body':
    'تصلك من {{by}} دعوة إلى عضوية {{coOp}}، وهي تعاونية يملكها من يعملون فيها: حصة واحدة وصوت واحد. الدعوة سارية 14 يومًا.',
  'invitation.action': 'الاطلاع على الدعوة',
  'founding-open.subject': 'فُتحت أبواب {{coOp}}',
  'founding-open.body': 'وافق جميع المؤسسين على الميثاق، وصارت واجهتكم تستقبل الحجوزات.',
  'founding-open.action': 'إلى المكتب',
  'order-paid.subject': 'تم الحجز: {{title}}',
  'order-paid.body':
    'شكرًا لك. دفعت {{total}}. رقم حجزك {{code}}. وفي صفحة الحجز يمكن متابعته وتغييره وإلغاؤه.',
  'order-paid.action': 'حجزك',
  'order-changed.subject': 'موعد جديد: {{start}}',
  'order-changed.body': 'صار لحجزك {{code}} موعد جديد: {{start}}.',
  'order-changed.action': 'حجزك',
  'order-cancelled.subject': 'أُلغي: {{title}}',
  'order-cancelled.body': 'أُلغي حجزك {{code}}. ويعود {{amount}} إلى بطاقتك خلال بضعة أيام.',
  'order-cancelled.action': 'حجزك',
  'order-refunded.subject': 'يعود إليك {{amount}}',
  'order-refunded.body': 'نعيد إليك {{amount}} من حجزك {{code}}. ويعيد كل من نال جزءًا منه نصيبه.',
  'order-refunded.action': 'الإيصال',
  'payment-late-refunded.subject': 'سبقك غيرك إليه، ومالك في طريقه إليك',
  'payment-late-refunded.body':
    'وصل دفعك بعد العشرين دقيقة التي نحفظ فيها ما اخترت، وقد أخذه غيرك. يعود {{total}} إلى بطاقتك. نعتذر إليك.',
  'payment-late-refunded.action': 'الاختيار من جديد',
  'work-done.subject': 'تمّ العمل: {{title}}. إليك إيصالك',
  'work-done.body':
    'انتهى العمل. يبيّن الإيصال من نال أي جزء من {{total}} التي دفعتها. ورأيك في العمل يهمنا.',
  'work-done.action': 'الإيصال والتقييم',
  'job-offered.subject': 'مهمة لك: {{title}}',
  'job-offered.body': 'حُجز «{{title}}»، والمهمة لك. يُرجى قبولها، أو الإخبار بتعذّرها.',
  'job-offered.action': 'إلى المهمة',
  'job-cancelled.subject': 'أُلغيت المهمة: {{title}}',
  'job-cancelled.body': 'أُلغي الحجز {{code}}.',
  'job-cancelled.action': 'إلى المهمة',
  'proposal-raised.subject': 'مقترح من {{by}}: {{title}}',
  'proposal-raised.body':
    'أمام جميع الأعضاء مقترح من {{by}}. رأيك في النقاش مطلوب. يبدأ الاقتراع يوم {{opens}}.',
  'proposal-raised.action': 'قراءة المقترح',
  'voting-open.subject': 'صوتك مطلوب: {{title}}',
  'voting-open.body': 'الاقتراع مفتوح حتى {{closes}}، ويمكنك تغيير صوتك إلى ذلك الحين.',
  'voting-open.action': 'التصويت',
  'voting-passed.subject': 'أُقِرّ: {{title}}',
  'voting-passed.body':
    'قرر الأعضاء. نعم: {{yes}}، لا: {{no}}، امتناع: {{abstain}}، من أصل {{electorate}}.',
  'voting-passed.action': 'إلى القرار',
  'voting-failed.subject': 'لم يُقَرّ: {{title}}',
  'voting-failed.body':
    'قرر الأعضاء. نعم: {{yes}}، لا: {{no}}، امتناع: {{abstain}}، من أصل {{electorate}}. ويبقى كل شيء كما هو.',
  'voting-failed.action': 'إلى القرار',
  'charter-changed.subject': 'تغيّر الميثاق: {{title}}',
  'charter-changed.body':
    'النسخة {{version}} من الميثاق سارية من الآن. تُسعّر بها الطلبات الجديدة، وتحتفظ السابقة بنسختها.',
  'charter-changed.action': 'قراءة الميثاق',
  'review-received.subject': 'كتب زبون عن عملك',
  'review-received.body': 'نال «{{title}}» {{stars}} من 5 في تقييم من {{by}}. ويمكنك الرد علنًا.',
  'review-received.action': 'قراءته',
  'co-op-suspended.subject': 'عُلّقت {{coOp}}',
  'co-op-suspended.body':
    'علّق الاتحاد {{coOp}}. السبب المذكور: {{reason}}. بياناتكم متاحة لكم، ولكم الاعتراض.',
  'co-op-suspended.action': 'ماذا يعني ذلك',
  'co-op-restored.subject': 'عادت {{coOp}} إلى العمل',
  'co-op-restored.body': 'رفع الاتحاد التعليق، وعادت الواجهة تستقبل الحجوزات.',
  'co-op-restored.action': 'إلى المكتب',
  'first-password.subject': 'تعاونيتك في انتظارك',
  'first-password.body':
    'أُسست في الاتحاد تعاونية لمجموعتكم. الدخول إليها باختيار كلمة مرور خلال 14 يومًا.',
  'first-password.action': 'اختيار كلمة مرور',
  'door-asked.subject': 'طلب من {{by}} للاطلاع في {{coOp}}',
  'door-asked.body':
    'السبب: {{reason}}. المدة بالدقائق: {{minutes}}. للقراءة فقط، وترون كل اطلاع. ولكم أن ترفضوا.',
  'door-asked.action': 'الرد',
  'door-opened.subject': 'فتحت لك {{coOp}} بابًا',
  'door-opened.body':
    'يمكنك الاطلاع الآن، للقراءة فقط، حتى يُغلق الباب تلقائيًا. ويُسجَّل كل اطلاع عند الطرفين.',
  'door-opened.action': 'الاطلاع',
  'door-refused.subject': 'تُبقي {{coOp}} بابها مغلقًا',
  'door-refused.body': 'لا يوافق أمناؤها على الاطلاع، وهذا حقهم. ويمكن سؤالهم عمّا تلزم معرفته.',
  'door-refused.action': 'طلباتك',
  'door-closed.subject': 'أُغلق الباب في {{coOp}}',
  'door-closed.body': 'انتهى وقته أو أغلقه أحد الأمناء. وإن لزم وقت أطول فيمكن الطلب من جديد.',
  'door-closed.action': 'طلباتك',
  'first-reading-passed.subject': 'أُقِرّ في القراءة الأولى: {{title}}',
  'first-reading-passed.body':
    'نعم: {{yes}}، لا: {{no}}، امتناع: {{abstain}}، من أصل {{electorate}}. ولأنه يخفض حماية فلا شيء يتغير بعد: ناقشوه. يُفتح الاقتراع الثاني يوم {{opens}}.',
  'first-reading-passed.action': 'قراءته ثانيةً',
  'second-reading-open.subject': 'صوتك مطلوب ثانيةً: {{title}}',
  'second-reading-open.body':
    'أُقِرّت القراءة الأولى. وهذا الاقتراع الثاني هو الحاسم ويبدأ من الصفر: لا تُحسب ورقتك الأولى ثانيةً. وهو مفتوح حتى {{closes}}.',
  'second-reading-open.action': 'التصويت',
  'charter-reverted.subject': 'عاد بند إلى ما كان: {{title}}',
  'charter-reverted.body':
    'انتهى مفعول ما غيّره المقترح {{number}} لأنه لم يُجدَّد. والنسخة {{version}} من الميثاق تحمي كما كانت. وتبقى للطلبات السابقة شروطها.',
  'charter-reverted.action': 'قراءة الميثاق',
  'sunset-near.subject': 'ينتهي قريبًا: {{title}}',
  'sunset-near.body':
    'ما لم تجدّدوه معًا ينتهي هذا القرار يوم {{until}} ويعود البند يحمي كما كان. والتجديد يحتاج إلى قراءتين، فالوقت يكفي إن بدأ الآن. ولا يلزم شيء لتركه ينتهي.',
  'sunset-near.action': 'إلى القرار',
  'listings-withheld.subject': 'عروض تحتاج إلى تسعير جديد',
  'listings-withheld.body':
    'وفق الميثاق الساري الآن قد يقل أجر الساعة في هذه العروض عن الحد الأدنى، لذا رُفعت من الواجهة:\n{{titles}}\nارفعوا أسعارها وانشروها من جديد. وما حُجز يبقى بشروطه.',
  'listings-withheld.action': 'إلى العروض',
  'delegate-named.subject': '{{who}}: من يتكلم الآن باسم {{coOp}}',
  'delegate-named.body':
    'سُجّل في الاتحاد، على يد {{by}}، أن الكلام باسم {{coOp}} صار إلى {{who}}، من أعضائكم، بدل من كان قبل ذلك. إن لم يقرر أعضاؤكم هذا فأخبروا الاتحاد.',
  'delegate-named.action': 'تعاونيتكم',
  'delegate-removed.subject': 'لم يعد الكلام باسم {{coOp}} إلى {{who}}',
  'delegate-removed.body':
    'سُجّل في الاتحاد، على يد {{by}}، أن الكلام باسم {{coOp}} لم يعد إلى {{who}}. اختاروا من يتكلم، وأخبروا الاتحاد.',
  'delegate-removed.action': 'تعاونيتكم',
  'terms-changed.subject': 'شروط جديدة للاتحاد من {{date}}',
  'terms-changed.body':
    'الرسم: {{fee}}% (قبل: {{feeBefore}}%). أدنى نصيب للعاملين: {{workers}}% (قبل: {{workersBefore}}%). السبب المذكور: {{reason}}. يبقى ميثاقكم كما هو حتى يصوّت أعضاؤكم، وتبقى لكل طلب شروط يومه.',
  'terms-changed.action': 'ميثاقكم',
  'proposal-open.subject': 'مقترح من {{by}}: {{title}}',
  'proposal-open.body':
    'أمام جميع الأعضاء مقترح من {{by}}، والاقتراع عليه مفتوح حتى {{closes}}. ويمكنك تغيير صوتك إلى ذلك الحين.',
  'proposal-open.action': 'القراءة والتصويت',
  'passed-in-force.subject': 'أُقِرّ وتغيّر الميثاق: {{title}}',
  'passed-in-force.body':
    'قرر الأعضاء. نعم: {{yes}}، لا: {{no}}، امتناع: {{abstain}}، من أصل {{electorate}}. النسخة {{version}} من الميثاق سارية من الآن: تُسعّر بها الطلبات الجديدة، وتحتفظ السابقة بنسختها.',
  'passed-in-force.action': 'إلى القرار',
  'order-item-cancelled.subject': 'أُلغي: {{title}}',
  'order-item-cancelled.body':
    'أُلغي «{{title}}» من حجزك {{code}}، ويبقى باقي الحجز كما هو. يعود {{amount}} إلى بطاقتك خلال بضعة أيام.',
  'order-item-cancelled.action': 'حجزك',
  'order-item-cancelled-kept.subject': 'أُلغي: {{title}}',
  'order-item-cancelled-kept.body':
    'أُلغي «{{title}}» من حجزك {{code}}، ويبقى باقي الحجز كما هو. جاء الإلغاء متأخرًا جدًا، وميثاقنا يبقي الثمن كله في هذه الحال، فلا شيء يعود.',
  'order-item-cancelled-kept.action': 'الإيصال',
  'order-item-cancelled-part.subject': 'أُلغي: {{title}}',
  'order-item-cancelled-part.body':
    'أُلغي «{{title}}» من حجزك {{code}}، ويبقى باقي الحجز كما هو. يعود {{amount}} إلى بطاقتك خلال بضعة أيام. جاء الإلغاء متأخرًا، فيُحتفظ بباقي ثمنه بموجب ميثاقنا.',
  'order-item-cancelled-part.action': 'الإيصال',
  'order-cancelled-unpaid.subject': 'أُلغي: {{title}}',
  'order-cancelled-unpaid.body': 'أُلغي حجزك {{code}}. لم يُدفع شيء، فلا شيء يعود.',
  'order-cancelled-unpaid.action': 'حجزك',
  'order-cancelled-kept.subject': 'أُلغي: {{title}}',
  'order-cancelled-kept.body':
    'أُلغي حجزك {{code}}. جاء الإلغاء متأخرًا جدًا، وميثاقنا يبقي الثمن كله في هذه الحال، فلا شيء يعود.',
  'order-cancelled-kept.action': 'الإيصال',
  'order-cancelled-part.subject': 'أُلغي: {{title}}',
  'order-cancelled-part.body':
    'أُلغي حجزك {{code}}. يعود {{amount}} من أصل {{total}} إلى بطاقتك خلال بضعة أيام. جاء الإلغاء متأخرًا، فيُحتفظ بالباقي بموجب ميثاقنا.',
  'order-cancelled-part.action': 'الإيصال',
}
