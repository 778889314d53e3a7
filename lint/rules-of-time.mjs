const nameOf = (key) => key?.name ?? key?.value
/** Where an act is told what it needs. What is tested, and what helps tests, may ask the system. */
const TOLD = /app\/(domains|rules|offerings|flows|reads|kernel|queue)\//
const ASKS_SYSTEM = /\.test\.tsx?$|\/testing\/|app\/kernel\/clock\.ts$/
export const timeIsHandedIn = {
  create(context) {
    if (!TOLD.test(context.filename) || ASKS_SYSTEM.test(context.filename)) return {}
    const report = (node) =>
      context.report({
        node,
        message: 'Time is handed in, and so is everything else of the system: see kernel/clock.ts.',
      })
    return {
      Identifier(node) {
        if (node.name === 'globalThis') report(node)
      },
      MemberExpression(node) {
        if (nameOf(node.property) === 'Now') report(node)
      },
      ObjectPattern({ properties }) {
        for (const property of properties) if (nameOf(property.key) === 'Now') report(property)
      },
      ImportDeclaration(node) {
        if (/^((node:)?process|temporal-polyfill)$/.test(node.source.value)) report(node)
      },
    }
  },
}
/** Where text from outside is read. */
const READS_OUTSIDE = /app\/(routes|request|offerings)\//
export const datesAreBounded = {
  create(context) {
    if (!READS_OUTSIDE.test(context.filename) || ASKS_SYSTEM.test(context.filename)) return {}
    return {
      CallExpression(node) {
        const { object, property } = node.callee
        const fromText = nameOf(property) === 'from' && nameOf(object?.object) === 'Temporal'
        if (!fromText) return
        context.report({
          node,
          message: 'A date from outside is read by kernel/dates.ts, which bounds it.',
        })
      },
    }
  },
}
/** A column of moments, or `asc` and `desc` of one. Many rows can have the same. */
const isMoment = (node) =>
  node?.type === 'CallExpression'
    ? ['asc', 'desc'].includes(nameOf(node.callee)) && isMoment(node.arguments[0])
    : /^at$|At$/.test(nameOf(node?.property) ?? '')
export const orderIsTotal = {
  create(context) {
    return {
      CallExpression(node) {
        if (nameOf(node.callee.property) !== 'orderBy' || !isMoment(node.arguments.at(-1))) return
        context.report({
          node,
          message:
            'Rows of one moment come in any order: name the id, or what else is unique, last.',
        })
      },
    }
  },
}
