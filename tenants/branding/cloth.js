const FAMILIES = ['khatim', 'facet', 'kilim', 'flame', 'mat', 'sash']

const hash = (s) => {
  let h = 2166136261 >>> 0
  for (const c of s) {
    h ^= c.codePointAt(0)
    h = Math.imul(h, 16777619)
  }
  h ^= h >>> 15
  h = Math.imul(h, 2246822507)
  h ^= h >>> 13
  return h >>> 0
}
const rngOf = (a) => () => {
  a = (a + 0x6d2b79f5) | 0
  let t = Math.imul(a ^ (a >>> 15), 1 | a)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

// OKLCH -> sRGB hex, chroma reduced until it fits (hex, because mail clients and rasterisers do not know oklch()).
function oklchHex(L, C, H) {
  for (let c = C; ; c -= 0.004) {
    const a = c * Math.cos((H * Math.PI) / 180),
      b = c * Math.sin((H * Math.PI) / 180)
    const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3,
      m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3,
      s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
    const rgb = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ]
    if (c <= 0 || rgb.every((v) => v > -0.0005 && v < 1.0005))
      return (
        '#' +
        rgb
          .map((v) => {
            v = Math.min(1, Math.max(0, v))
            v = v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055
            return Math.round(v * 255)
              .toString(16)
              .padStart(2, '0')
          })
          .join('')
      )
  }
}
const far = (a, b) => {
  const d = Math.abs(a - b) % 360
  return Math.min(d, 360 - d)
}
const bright = (h) => h > 55 && h < 118 // saffron-like hues are themselves only when light
function dyes(h1, h2, r) {
  const pot = [78, 28, 125, 265, 55].filter((h) => far(h, h1) > 40 && far(h, h2) > 40)
  const h3 = pot.length ? pot[Math.floor(r() * pot.length)] : (h1 + 150) % 360
  const calm = (h) => (h > 110 && h < 220 ? 0.72 : 1) // natural greens and teals are quiet
  const dye = (h) => oklchHex(bright(h) ? 0.8 : 0.56, (bright(h) ? 0.15 : 0.165) * calm(h), h)
  return {
    deep: oklchHex(0.26, 0.08, h1),
    base: oklchHex(0.38, 0.125 * calm(h1), h1),
    mid: oklchHex(0.55, 0.13 * calm(h1), h1),
    pale: oklchHex(0.84, 0.055, h1),
    paper: oklchHex(0.965, 0.014, 88),
    hot: dye(h2),
    soft: oklchHex(bright(h2) ? 0.9 : 0.8, 0.075, h2),
    third: dye(h3),
  }
}

export function patternFor(
  slug,
  accentHue,
  accent2Hue,
  { width = 1280, height = 360, density = 1, family } = {},
) {
  const r = rngOf(hash(slug)),
    pick = (a) => a[Math.floor(r() * a.length)]
  const rc = rngOf(hash('dye:' + slug)),
    pickC = (a) => a[Math.floor(rc() * a.length)] // colourway: its own stream, so cover and avatar agree at every size
  const fam0 = FAMILIES[hash('w89:' + slug) % FAMILIES.length]
  const c = dyes(accentHue, accent2Hue, r),
    W = width,
    H = height,
    small = Math.min(W, H) <= 72,
    thin = H <= 28
  const fam = family || fam0
  const layers = new Map(),
    n = (v) => +v.toFixed(1)
  const put = (z, paint, d) => {
    const k = z + '|' + paint
    layers.set(k, (layers.get(k) || '') + d)
  }
  const rect = (z, p, x, y, w, h) => {
    if (w > 0 && h > 0) put(z, p, `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}z`)
  }
  const rel = (pts) => {
    let px = 0,
      py = 0
    return pts
      .map(([x, y], i) => {
        const dx = n(x - px),
          dy = n(y - py)
        px += dx
        py += dy
        return (i === 0 ? 'M' : i === 1 ? 'l' : dx < 0 ? '' : ' ') + dx + (dy < 0 ? '' : ' ') + dy
      })
      .join('')
  } // relative steps: repeats compress well
  const away = (x, y, q) => x + q < 0 || x - q > W || y + q < 0 || y - q > H
  const poly = (z, p, pts) => put(z, p, rel(pts) + 'z')
  const line = (z, col, w, pts) => put(z, `~${col}~${n(w)}`, rel(pts))
  const ring = (cx, cy, rad, k, rot = 0, inner = 1) =>
    Array.from({ length: inner === 1 ? k : 2 * k }, (_, i) => {
      const q = inner === 1 ? rad : i % 2 ? rad * inner : rad,
        a = rot + (i * Math.PI * 2) / (inner === 1 ? k : 2 * k)
      return [cx + q * Math.cos(a), cy + q * Math.sin(a)]
    })
  const khatim8 = (z, p, cx, cy, rad) => poly(z, p, ring(cx, cy, rad, 8, 0, 0.765)) // the eight-pointed seal: two squares
  // --- one woven row; the alphabet of borders, sashes and thin bands
  const motifs = {
    teeth: (z, x, y, w, h, a, b) => {
      rect(z, a, x, y, w, h)
      const s = h * 1.1,
        k = Math.ceil(w / s / 2) + 1,
        m = x + w / 2
      for (let i = -k; i <= k; i++)
        poly(z + 1, b, [
          [m + i * s - s / 2, y + h],
          [m + i * s, y],
          [m + i * s + s / 2, y + h],
        ])
    },
    lozenge: (z, x, y, w, h, a, b, d) => {
      rect(z, a, x, y, w, h)
      const u = h / 7,
        s = u * 8,
        k = Math.ceil(w / s / 2) + 1,
        m = x + w / 2
      for (let i = -k; i <= k; i++) {
        const q = m + i * s
        for (let j = 0; j < 3; j++)
          rect(z + 1, b, q - u * (j + 0.5), y + u * (j + 1), u * (2 * j + 1), u * (5 - 2 * j))
        rect(z + 2, d, q - u / 2, y + u * 3, u, u)
        rect(z + 1, d, q + s / 2 - u / 2, y + u * 3, u, u)
      }
    },
    zig: (z, x, y, w, h, a, b, d) => {
      rect(z, a, x, y, w, h)
      const s = h * 1.2,
        k = Math.ceil(w / s / 2) + 1,
        m = x + w / 2,
        p = [],
        q = []
      for (let i = -2 * k; i <= 2 * k; i++) {
        p.push([m + (i * s) / 2, i % 2 ? y + h * 0.78 : y + h * 0.22])
        q.push([m + (i * s) / 2, i % 2 ? y + h * 0.96 : y + h * 0.4])
      }
      line(z + 1, b, h * 0.2, p)
      if (h > 14) line(z + 1, d, h * 0.08, q)
    },
    rope: (z, x, y, w, h, a, b, d) => {
      rect(z, a, x, y, w, h)
      const s = h,
        k = Math.ceil(w / s / 2) + 1,
        m = x + w / 2
      for (let i = -k; i <= k; i++) {
        const q = m + i * s,
          e = h * 0.16
        poly(z + 1, i % 2 ? d : b, [
          [q - s * 0.5, y + h - e],
          [q - s * 0.02, y + h - e],
          [q + s * 0.5, y + e],
          [q + s * 0.02, y + e],
        ])
      }
    },
    star: (z, x, y, w, h, a, b, d) => {
      rect(z, a, x, y, w, h)
      const s = h * 1.15,
        k = Math.ceil(w / s / 2) + 1,
        m = x + w / 2
      for (let i = -k; i <= k; i++) {
        khatim8(z + 1, b, m + i * s, y + h / 2, h * 0.44)
        khatim8(z + 2, d, m + i * s, y + h / 2, h * 0.2)
        poly(z + 1, d, ring(m + (i + 0.5) * s, y + h / 2, h * 0.12, 4))
      }
    },
    comb: (z, x, y, w, h, a, b) => {
      rect(z, a, x, y, w, h)
      const u = Math.max(2, h / 4),
        k = Math.ceil(w / u / 4) + 1,
        m = x + w / 2
      rect(z + 1, b, x, y + h * 0.38, w, h * 0.24)
      for (let i = -k; i <= k; i++)
        rect(z + 1, b, m + i * 2 * u - u / 2, i % 2 ? y : y + h / 2, u, h / 2)
    },
    check: (z, x, y, w, h, a, b) => {
      rect(z, a, x, y, w, h)
      const u = h / 2,
        k = Math.ceil(w / u / 2) + 1,
        m = x + w / 2
      for (let i = -k; i <= k; i++) rect(z + 1, b, m + i * u - u / 2, i % 2 ? y : y + u, u, u)
    },
    plait: (z, x, y, w, h, a, b, d) => {
      rect(z, a, x, y, w, h)
      const s = h * 1.5,
        k = Math.ceil(w / s / 2) + 1,
        m = x + w / 2,
        t = h * 0.24
      const seg = (zz, i, up) => {
        const x0 = m + i * s
        const A = [
          [x0, up ? y + h * 0.8 : y + h * 0.2],
          [x0 + s, up ? y + h * 0.2 : y + h * 0.8],
        ]
        line(zz, a, t * 1.7, A)
        line(zz + 0.1, up ? b : d, t, A)
      }
      for (let i = -k; i < k; i++) {
        const f = ((i % 2) + 2) % 2
        seg(z + 1, i, !!f)
        seg(z + 2, i, !f)
      }
    },
  }
  const grounds = [
    [c.base, c.paper, c.hot],
    [c.paper, c.base, c.hot],
    [c.hot, c.paper, c.deep],
    [c.deep, c.hot, c.soft],
    [c.soft, c.base, c.hot],
    [c.base, c.soft, c.third],
  ]
  // --- thin woven band
  if (thin) {
    const m = pick(['teeth', 'lozenge', 'rope', 'plait', 'star', 'zig']),
      g = pick(grounds.filter((q) => q[0] !== c.paper))
    motifs[m](0, 0, 0, W, H, ...g)
    if (H > 6) {
      rect(9, c.deep, 0, 0, W, Math.max(1, H * 0.09))
      rect(9, c.deep, 0, H - Math.max(1, H * 0.09), W, Math.max(1, H * 0.09))
    }
  } else {
    // --- frame: guard stripes and one or two borders (not on avatars)
    let y0 = 0,
      fh = H
    const framed = !small && H >= 110 && fam !== 'sash'
    const bm = pick(['teeth', 'lozenge', 'star', 'rope', 'plait', 'comb']),
      bg = pick(grounds)
    if (framed) {
      const b = Math.round(H * 0.085),
        g1 = Math.max(3, Math.round(H * 0.013))
      for (const top of [true, false]) {
        const at = (o, hh) => (top ? o : H - o - hh)
        rect(20, c.deep, 0, at(0, g1 * 2), W, g1 * 2)
        rect(21, c.hot, 0, at(g1 * 2, g1), W, g1)
        motifs[bm](22, 0, at(g1 * 3, b), W, b, ...bg)
        rect(26, c.hot, 0, at(g1 * 3 + b, g1), W, g1)
        rect(26, c.deep, 0, at(g1 * 4 + b, g1), W, g1)
      }
      y0 = g1 * 5 + b
      fh = H - 2 * y0
    }
    const cx = W / 2,
      cy = H / 2
    const F = {
      khatim() {
        const rows = small ? 1 : Math.max(1, Math.round((fh * density) / pick([104, 128, 152]))),
          T = (fh / rows) * (small ? 1.04 : 1),
          th = (pick([45, 58, 67.5]) * Math.PI) / 180,
          [A, B, C, D] = pickC([
            [c.base, c.paper, c.hot, c.deep],
            [c.paper, c.base, c.soft, c.hot],
            [c.hot, c.deep, c.soft, c.paper],
            [c.deep, c.mid, c.paper, c.hot],
            [c.soft, c.base, c.hot, c.paper],
          ])
        const strap = pickC([c.paper, c.paper, c.soft]),
          sw = T * (small ? 0.075 : 0.06),
          cs = sw * 1.75,
          S = T / (1 + Math.SQRT2)
        rect(0, A, 0, 0, W, H)
        const tile = (px, py, k, ap, rot, fill) => {
          const M = [],
            X = [],
            P = []
          for (let i = 0; i < k; i++) {
            const q = rot + (i * 2 * Math.PI) / k
            M.push([px + ap * Math.cos(q), py + ap * Math.sin(q)])
            const e = [-Math.sin(q), Math.cos(q)],
              nn = [-Math.cos(q), -Math.sin(q)]
            P.push([
              Math.cos(th) * e[0] + Math.sin(th) * nn[0],
              Math.cos(th) * e[1] + Math.sin(th) * nn[1],
            ])
          }
          const tn = Math.tan(Math.PI / k),
            t = (ap * tn) / (Math.cos(th) + Math.sin(th) * tn)
          for (let i = 0; i < k; i++) X.push([M[i][0] + t * P[i][0], M[i][1] + t * P[i][1]])
          poly(
            1,
            fill,
            M.flatMap((m, i) => [m, X[i]]),
          )
          for (let i = 0; i < k; i++) {
            const pts = [M[i], X[i], M[(i + 1) % k]]
            line(5, c.deep, cs, pts)
            line(6, strap, sw, pts)
            const o = cs * 1.15,
              q = [M[i][0] - P[i][0] * 0.6, M[i][1] - P[i][1] * 0.6],
              z = [M[i][0] + P[i][0] * o, M[i][1] + P[i][1] * o]
            line(7, c.deep, cs, [q, z])
            line(8, strap, sw, [q, z])
          }
        }
        const kx = Math.ceil(W / T / 2) + 1,
          ky = Math.ceil(H / T / 2) + 1,
          off = rows % 2 ? 0 : 0.5,
          inner = pick([0, 1, 2])
        for (let i = -kx; i <= kx; i++)
          for (let j = -ky; j <= ky; j++) {
            const x = cx + i * T,
              y = cy + (j + off) * T
            if (away(x, y, T)) continue
            tile(x, y, 8, T / 2, 0, (i + j) % 2 && !small ? B : B)
            const R = T * 0.2
            if (inner === 0) {
              khatim8(2, C, x, y, R)
              khatim8(3, D, x, y, R * 0.55)
            } else if (inner === 1) {
              poly(2, C, ring(x, y, R * 1.1, 8, Math.PI / 8, 0.5))
              poly(3, D, ring(x, y, R * 0.4, 8, Math.PI / 8))
            } else {
              poly(2, D, ring(x, y, R, 8, Math.PI / 8))
              khatim8(3, C, x, y, R * 0.9)
              poly(4, D, ring(x, y, R * 0.3, 4))
            }
            const X = x + T / 2,
              Y = y + T / 2
            tile(X, Y, 4, S / 2, Math.PI / 4, (i + j) % 2 ? C : C)
          }
      },
      facet() {
        const rows = small ? 1 : Math.max(1, Math.round((fh * density) / pick([110, 150]))),
          T = fh / rows,
          s = T / (2 + Math.SQRT2),
          off = rows % 2 ? 0 : 0.5
        const [bgc, a, a2, b, b2, sq] = pickC([
          [c.paper, c.base, c.deep, c.hot, c.third, c.soft],
          [c.base, c.paper, c.soft, c.hot, c.third, c.deep],
          [c.deep, c.soft, c.paper, c.hot, c.mid, c.base],
          [c.soft, c.base, c.mid, c.hot, c.deep, c.paper],
        ])
        rect(0, bgc, 0, 0, W, H)
        const kx = Math.ceil(W / T / 2) + 1,
          ky = Math.ceil(H / T / 2) + 1,
          v = (k) => [s * Math.cos((k * Math.PI) / 4), s * Math.sin((k * Math.PI) / 4)]
        for (let i = -kx; i <= kx; i++)
          for (let j = -ky; j <= ky; j++) {
            const x = cx + i * T,
              y = cy + (j + off) * T
            if (away(x, y, T)) continue
            for (let k = 0; k < 8; k++) {
              const p = v(k),
                q = v(k + 1),
                t = [x + p[0] + q[0], y + p[1] + q[1]]
              poly(2, k % 2 ? a : b, [[x, y], [x + p[0], y + p[1]], t])
              poly(2, k % 2 ? a2 : b2, [[x, y], t, [x + q[0], y + q[1]]])
            }
            khatim8(4, bgc, x, y, T * 0.07)
            const X = x + T / 2,
              Y = y + T / 2
            poly(1, sq, ring(X, Y, s * Math.SQRT2 * 0.98, 4, Math.PI / 4))
            poly(2, a, ring(X, Y, s * 0.98, 4))
            poly(3, sq, ring(X, Y, s * 0.66, 4, Math.PI / 4))
            khatim8(4, b, X, Y, s * 0.42)
            for (const [ex, ey] of [
              [x + T / 2, y],
              [x, y + T / 2],
            ]) {
              poly(1, b, ring(ex, ey, s * 0.5, 4))
              poly(2, bgc, ring(ex, ey, s * 0.28, 4))
            }
          }
      },
      kilim() {
        const N = small ? 17 : pick([23, 27, 31]),
          rows = small ? 1 : Math.max(1, Math.round((density * fh) / 300)),
          u = fh / rows / N,
          half = (N - 1) / 2,
          a = small ? half : half + pick([2, 4, 6])
        const seq = pickC([
            [c.hot, c.paper, c.base, c.soft, c.deep],
            [c.paper, c.hot, c.deep, c.soft, c.base],
            [c.deep, c.soft, c.hot, c.paper, c.base],
            [c.base, c.paper, c.third, c.deep, c.soft],
          ]),
          alt = pickC([
            [c.deep, c.hot],
            [c.base, c.soft],
            [c.hot, c.paper],
          ]),
          L = pick(small ? [3, 4] : [4, 5]),
          hook = r() < 0.65
        const q = small ? 3 : 4,
          bit = Array.from({ length: q }, (_, y) =>
            Array.from({ length: q }, (_, x) =>
              x + y === 0 ? 1 : x + y < q ? (r() < 0.58 ? 1 : 0) : 0,
            ),
          )
        const col = (i, j) => {
          const P = 2 * a + 2
          let x = Math.abs(((((i + a + 1) % P) + P) % P) - a - 1),
            y = Math.abs(j)
          const d = x / (a + 1) + y / (half + 1)
          if (x < q && y < q && (bit[y][x] || bit[x][y])) return seq[0]
          if (d < 1) {
            const lv = Math.floor((1 - d) * L)
            const f = (1 - d) * L - lv
            if (hook && lv >= 1 && f < 0.34 && (x + (y >> 1)) % 4 === 0) return seq[(lv + 3) % 5]
            return x < q + 1 && y < q + 1 && d < 0.34 ? seq[1] : seq[(lv + 1) % 5]
          }
          const x2 = a + 1 - x,
            y2 = half + 1 - y,
            d2 = x2 / (a + 1) + y2 / (half + 1)
          if (d2 < 0.34) return seq[0]
          if (d2 < 0.6) return seq[1]
          return hook && (x2 + y2) % 4 === 0 && d2 < 0.86 ? alt[1] : alt[0]
        }
        const cols = Math.ceil(W / u / 2) + 1
        for (let R = 0; R < rows; R++)
          for (let j = -half; j <= half; j++) {
            let s0 = -cols,
              cc = col(s0, j)
            for (let i = -cols + 1; i <= cols + 1; i++) {
              const k = i > cols ? null : col(i, j)
              if (k !== cc) {
                rect(1, cc, cx + (s0 - 0.5) * u, y0 + (R * N + j + half) * u, (i - s0) * u, u + 0.4)
                s0 = i
                cc = k
              }
            }
          }
      },
      flame() {
        const N = small ? pick([14, 16, 18]) : pick([26, 32, 40]),
          u = fh / N,
          P = small ? pick([5, 7, N / 2]) : pick([10, 14, 18]),
          sw = small ? 2 : pick([2, 3]),
          slope = pick([1, 1, 2])
        const base = pickC([
            [c.deep, c.base, c.mid, c.soft, c.paper, c.hot],
            [c.hot, c.paper, c.base, c.deep, c.soft, c.paper],
            [c.base, c.third, c.paper, c.hot, c.deep, c.soft],
          ]),
          seq = [...base, ...base.slice(1, -1).reverse()]
        const col = (i, j) => {
          const t = Math.abs((((i % (2 * P)) + 2 * P) % (2 * P)) - P),
            y = j < N / 2 ? j : N - 1 - j
          return seq[((Math.floor((y * slope + t) / sw) % seq.length) + seq.length) % seq.length]
        }
        const cols = Math.ceil(W / u / 2) + 1
        for (let j = 0; j < N; j++) {
          let s0 = -cols,
            cc = col(s0, j)
          for (let i = -cols + 1; i <= cols + 1; i++) {
            const k = i > cols ? null : col(i, j)
            if (k !== cc) {
              rect(1, cc, cx + (s0 - 0.5) * u, y0 + j * u, (i - s0) * u, u + 0.4)
              s0 = i
              cc = k
            }
          }
        }
        const ex = small ? 0 : Math.ceil(W / u / 2 / P) + 1
        for (let k = -ex; k <= ex; k++) {
          const x = cx + k * P * u
          if (k % 2 === 0) {
            khatim8(3, c.deep, x, cy, u * (small ? 3 : 3.4))
            khatim8(4, c.hot, x, cy, u * (small ? 2.1 : 2.5))
            poly(5, c.paper, ring(x, cy, u * 1.1, 4))
          }
        }
      },
      mat() {
        const k = small ? 5 : Math.max(7, Math.round((fh * density) / pick([24, 30, 36]))) | 1,
          U = fh / k,
          g = U * 0.08,
          rule = pick(['plain', 'twill', 'basket']),
          pal = pickC([
            [c.base, c.paper, c.hot, c.paper],
            [c.deep, c.base, c.hot, c.soft],
            [c.hot, c.soft, c.base, c.paper],
            [c.base, c.mid, c.soft, c.hot],
          ]),
          we = pickC([
            [c.paper, c.soft],
            [c.base, c.deep],
            [c.soft, c.hot],
          ])
        rect(0, c.deep, 0, 0, W, H)
        const cols = Math.ceil(W / U / 2) + 1,
          m4 = (v, q) => ((v % q) + q) % q
        const warp = (i) => pal[[0, 1, 2, 3, 2, 1][m4(i, 6)]],
          weft = (j) => we[Math.abs(j - (k >> 1)) % 2]
        for (let j = 0; j < k; j++)
          for (let i = -cols; i <= cols; i++) {
            const x = cx + (i - 0.5) * U,
              y = y0 + j * U,
              J = Math.abs(j - (k >> 1)),
              I = Math.abs(i)
            const over =
              rule === 'plain'
                ? (i + j) % 2 === 0
                : rule === 'twill'
                  ? m4(I + J, 4) < 2
                  : (Math.floor((I + 1) / 2) + Math.floor((J + 1) / 2)) % 2 === 0
            if (over) {
              rect(1, weft(j), x, y + g * 2.2, U, U - g * 4.4)
              rect(3, c.deep, x + g * 0.3, y, U - g * 0.6, U)
              rect(4, warp(i), x + g, y - 0.3, U - 2 * g, U + 0.6)
            } else {
              rect(1, warp(i), x + g * 2.2, y, U - g * 4.4, U)
              rect(3, c.deep, x, y + g * 0.3, U, U - g * 0.6)
              rect(4, weft(j), x - 0.3, y + g, U + 0.6, U - 2 * g)
            }
          }
      },
      sash() {
        const names = ['teeth', 'lozenge', 'star', 'zig', 'plait', 'comb', 'check', 'rope'],
          half = small ? 1 : Math.max(2, Math.round(2.6 * density)),
          mid = pick(['lozenge', 'star']),
          midH = small ? 0.5 : 0.3
        const list = Array.from({ length: half }, () => ({
            m: pick(names),
            g: pick(grounds),
            h: 0.5 + r(),
          })),
          tot = list.reduce((s, b) => s + b.h, 0),
          room = (H * (1 - midH)) / 2,
          st = small ? 1.5 : Math.max(2, H * 0.012)
        motifs[mid](1, 0, cy - (H * midH) / 2, W, H * midH, ...pick(grounds))
        let y = cy - (H * midH) / 2
        for (const b of list) {
          const h = (b.h / tot) * room
          for (const up of [1, 0]) {
            const yy = up ? y - h : H - y
            rect(0, c.deep, 0, yy - 1, W, h + 2)
            motifs[b.m](1, 0, yy + st, W, h - 2 * st, ...b.g)
            rect(8, pick([c.hot, c.hot]), 0, up ? yy + h - st : yy, W, st)
          }
          y -= h
        }
      },
    }
    F[fam]()
  }
  const body = [...layers]
    .map(([k, d]) => {
      const z = k.indexOf('|')
      return [parseFloat(k.slice(0, z)), k.slice(z + 1), d]
    })
    .sort((a, b) => a[0] - b[0])
    .map(([, p, d]) =>
      p[0] === '~'
        ? (([, col, w]) => `<path fill="none" stroke="${col}" stroke-width="${w}" d="${d}"/>`)(
            p.split('~'),
          )
        : `<path fill="${p}" d="${d}"/>`,
    )
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${W} ${H}" width="${W}" height="${H}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false" data-family="${fam}">${body}</svg>`
}
