// The map under a boundary's text area: the server checks and draws what is typed, the mouse writes into the text.

const STICK = 9; // corners closer than this many screen pixels to a neighbour's corner go there
const SVG = "http://www.w3.org/2000/svg";

class BoundaryEditor {
  constructor(root) {
    this.root = root;
    this.text = root.querySelector("textarea");
    this.map = root.querySelector("[data-boundary-map]");
    this.message = root.querySelector("[data-boundary-message]");
    this.buttons = {};
    for (const button of root.querySelectorAll("[data-act]")) {
      this.buttons[button.dataset.act] = button;
      button.addEventListener("click", () => this[button.dataset.act]());
    }
    this.ring = []; // corners in map pixels, the first not repeated
    this.closed = false;
    this.drawing = false;
    this.view = null;
    this.text.addEventListener("input", () => {
      this.ring = [];
      this.closed = false;
      this.later();
    });
    this.map.addEventListener("pointerdown", (event) => this.press(event));
    this.map.addEventListener("keydown", (event) => this.key(event));
    this.refresh();
  }

  // --- the server's part ---

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), 500);
  }

  async refresh() {
    const body = new FormData();
    body.append("boundary", this.text.value);
    body.append("register", this.root.dataset.register);
    body.append("own", this.text.form?.elements.slug?.value ?? "");
    const token = this.text.form?.elements.csrfmiddlewaretoken?.value ?? "";
    this.request?.abort();
    this.request = new AbortController();
    try {
      const response = await fetch(this.root.dataset.url, {
        method: "POST", body, headers: { "X-CSRFToken": token }, signal: this.request.signal,
      });
      if (response.ok) this.show(await response.json());
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }

  show(answer) {
    this.message.textContent = answer.message;
    this.message.classList.toggle("boundary-widget__message--bad", !answer.ok);
    if (!answer.svg) return;
    this.map.innerHTML = answer.svg;
    this.frame = answer.frame;
    this.svg = this.map.querySelector("svg");
    this.layer = this.svg.querySelector("[data-drawing]");
    for (const part of [this.map, ...this.root.querySelectorAll("[data-boundary-tools], [data-boundary-hint]")]) part.hidden = false;
    const kept = this.view && this.frameKey === JSON.stringify(answer.frame);
    this.frameKey = JSON.stringify(answer.frame);
    this.view = kept ? this.view : [0, 0, this.frame.width, this.frame.height];
    this.corners = [...this.svg.querySelectorAll(".town-map__shape--other")].flatMap((path) =>
      [...path.getAttribute("d").matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map((pair) => [Number(pair[1]), Number(pair[2])]));
    if (answer.ok) this.take(answer.geometry); // a refused drawing stays, to be corrected
    this.paint();
  }

  // A plain polygon can be edited corner by corner; one of many parts or with holes is left to the text.
  take(geometry) {
    if (this.drawing && !this.closed) return;
    const simple = geometry?.type === "Polygon" && geometry.coordinates.length === 1 && geometry.coordinates[0].length <= 300;
    this.ring = simple ? geometry.coordinates[0].slice(0, -1).map((position) => this.pixel(position)) : [];
    this.closed = this.ring.length > 2;
  }

  // --- Web Mercator, as projects/geo/mercator.py has it ---

  pixel([longitude, latitude]) {
    const radians = (latitude * Math.PI) / 180;
    const x = longitude / 360 + 0.5;
    const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI);
    return [(x - this.frame.left) * this.frame.scale, (y - this.frame.top) * this.frame.scale];
  }

  degrees([x, y]) {
    const worldX = x / this.frame.scale + this.frame.left;
    const worldY = y / this.frame.scale + this.frame.top;
    const latitude = (2 * Math.atan(Math.exp((0.5 - worldY) * 2 * Math.PI)) - Math.PI / 2) * (180 / Math.PI);
    return [Number(((worldX - 0.5) * 360).toFixed(6)), Number(latitude.toFixed(6))];
  }

  // --- drawing ---

  get unit() { return this.view[2] / this.svg.clientWidth; }

  paint() {
    this.svg.setAttribute("viewBox", this.view.join(" "));
    const line = document.createElementNS(SVG, this.closed ? "polygon" : "polyline");
    line.setAttribute("class", "boundary-widget__line");
    line.setAttribute("points", this.ring.map((point) => point.join(",")).join(" "));
    const handles = this.ring.map((point, index) => {
      const handle = document.createElementNS(SVG, "circle");
      handle.setAttribute("class", "boundary-widget__corner");
      handle.setAttribute("cx", point[0]);
      handle.setAttribute("cy", point[1]);
      handle.setAttribute("r", 6 * this.unit);
      handle.setAttribute("tabindex", "0");
      handle.dataset.corner = index;
      return handle;
    });
    this.layer.replaceChildren(line, ...handles);
    this.buttons.draw.setAttribute("aria-pressed", String(this.drawing));
    this.map.classList.toggle("boundary-widget__map--drawing", this.drawing);
  }

  write() {
    if (this.closed && this.ring.length > 2) {
      const positions = this.ring.map((point) => this.degrees(point));
      this.text.value = JSON.stringify({ type: "Polygon", coordinates: [[...positions, positions[0]]] });
    } else if (!this.ring.length) {
      this.text.value = "";
    } else {
      return;
    }
    this.text.dispatchEvent(new Event("change", { bubbles: true }));
    this.later();
  }

  place(event) {
    const box = this.svg.getBoundingClientRect();
    return [this.view[0] + (event.clientX - box.left) * this.unit, this.view[1] + (event.clientY - box.top) * this.unit];
  }

  stuck(point) {
    const reach = STICK * this.unit;
    const near = this.corners.filter((corner) => Math.hypot(corner[0] - point[0], corner[1] - point[1]) < reach);
    near.sort((a, b) => Math.hypot(a[0] - point[0], a[1] - point[1]) - Math.hypot(b[0] - point[0], b[1] - point[1]));
    return near[0] ?? point;
  }

  press(event) {
    if (!this.svg || event.button) return;
    const corner = event.target.dataset?.corner;
    const start = this.place(event);
    const view = [...this.view];
    let moved = false;
    const move = (later) => {
      const dx = (later.clientX - event.clientX) * this.unit;
      const dy = (later.clientY - event.clientY) * this.unit;
      moved ||= Math.hypot(dx, dy) > 4 * this.unit;
      if (!moved) return;
      if (corner !== undefined) this.ring[corner] = this.stuck([start[0] + dx, start[1] + dy]);
      else this.view = [view[0] - dx, view[1] - dy, view[2], view[3]];
      this.paint();
    };
    const release = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", release);
      if (moved && corner !== undefined) this.write();
      else if (!moved) this.click(start, corner);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", release);
    if (corner === undefined) event.preventDefault();
  }

  click(point, corner) {
    if (!this.closed && this.drawing) {
      if (corner === "0" && this.ring.length > 2) {
        this.closed = true;
        this.drawing = false;
      } else if (corner === undefined) {
        this.ring.push(this.stuck(point));
      }
    } else if (this.closed && corner === undefined) {
      this.split(point);
    }
    this.paint();
    this.write();
  }

  // A click on a side adds a corner there.
  split(point) {
    const distances = this.ring.map((from, index) => {
      const to = this.ring[(index + 1) % this.ring.length];
      const length = (to[0] - from[0]) ** 2 + (to[1] - from[1]) ** 2 || 1;
      const share = ((point[0] - from[0]) * (to[0] - from[0]) + (point[1] - from[1]) * (to[1] - from[1])) / length;
      const t = Math.max(0, Math.min(1, share));
      return Math.hypot(from[0] + t * (to[0] - from[0]) - point[0], from[1] + t * (to[1] - from[1]) - point[1]);
    });
    const nearest = distances.indexOf(Math.min(...distances));
    if (distances[nearest] < STICK * this.unit) this.ring.splice(nearest + 1, 0, this.stuck(point));
  }

  key(event) {
    const index = Number(event.target.dataset?.corner ?? Number.NaN);
    if (Number.isNaN(index)) return;
    const step = (event.shiftKey ? 10 : 1) * this.unit;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (event.key === "Delete" || event.key === "Backspace") {
      this.ring.splice(index, 1);
      this.closed &&= this.ring.length > 2;
    } else if (moves[event.key]) {
      this.ring[index] = [this.ring[index][0] + moves[event.key][0], this.ring[index][1] + moves[event.key][1]];
    } else {
      return;
    }
    event.preventDefault();
    this.paint();
    this.layer.querySelector(`[data-corner="${Math.min(index, this.ring.length - 1)}"]`)?.focus();
    this.write();
  }

  // --- buttons ---

  draw() {
    this.drawing = !this.drawing;
    if (this.drawing && this.closed) {
      this.ring = [];
      this.closed = false;
    }
    this.paint();
  }

  undo() {
    if (this.closed) {
      this.closed = false;
      this.drawing = true;
    } else {
      this.ring.pop();
    }
    this.paint();
    this.write();
  }

  clear() {
    this.ring = [];
    this.closed = false;
    this.paint();
    this.write();
  }

  closer() { this.zoom(1 / 1.5); }

  farther() { this.zoom(1.5); }

  zoom(factor) {
    const [x, y, width, height] = this.view;
    this.view = [x + (width * (1 - factor)) / 2, y + (height * (1 - factor)) / 2, width * factor, height * factor];
    this.paint();
  }
}

function start() {
  for (const root of document.querySelectorAll("[data-boundary]:not([data-ready])")) {
    root.dataset.ready = "";
    new BoundaryEditor(root);
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
