// Two controls below a chapter's first cell, where JupyterLab has no server and the browser keeps the files:
// one downloads all that a student has changed, in a zip archive; the other opens such an archive again.

const app = window.jupyterapp;
const contents = app?.serviceManager.contents;

// What is open and not saved yet is work, too.
async function saveWhatIsOpen() {
    for (const tab of app.shell.widgets("main"))
        if (tab.context?.model.dirty) await tab.context.save();
}

async function allFiles(folder = "") {
    const found = [];
    for (const item of (await contents.get(folder)).content)
        if (item.type === "directory") found.push(...(await allFiles(item.path)));
        else found.push(item.path);
    return found.sort();
}

// A file's bytes, as they are in the browser.
async function read(path) {
    const { type, format, content } = await contents.get(path, { content: true });
    if (format === "base64") return Uint8Array.from(atob(content), character => character.charCodeAt(0));
    return encode(type === "notebook" ? JSON.stringify(content, null, 1) + "\n" : content);
}

async function write(path, data) {
    let model;
    if (path.endsWith(".ipynb")) model = { type: "notebook", format: "json", content: JSON.parse(decode(data)) };
    else if (isText(data)) model = { type: "file", format: "text", content: decode(data) };
    else model = { type: "file", format: "base64", content: btoa(data.reduce((all, byte) => all + String.fromCharCode(byte), "")) };
    await contents.save(path, model);
}

const encode = text => new TextEncoder().encode(text);
const decode = data => new TextDecoder("utf-8", { ignoreBOM: true }).decode(data);

// JupyterLab drops the byte order mark of a text that it reads; the file of the course may have one.
const withoutMark = data => (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf ? data.subarray(3) : data);

function isText(data) {
    try {
        return !new TextDecoder("utf-8", { fatal: true }).decode(data).includes("\0");
    } catch {
        return false;
    }
}

// Whether two versions of a file say the same. In a notebook its cells count, and not what they have shown.
function sayTheSame(path, one, other) {
    if (!path.endsWith(".ipynb")) {
        const [first, second] = [one, other].map(withoutMark);
        return first.length === second.length && first.every((byte, place) => byte === second[place]);
    }
    const said = data => JSON.stringify(JSON.parse(decode(data)).cells.map(cell => [cell.source].flat().join("")));
    return said(one) === said(other);
}

// Whether a file is in the browser as the course brought it.
async function isUntouched(path, data) {
    const answer = await fetch(new URL("files/" + encodeURI(path), app.serviceManager.serverSettings.baseUrl));
    return answer.ok && sayTheSame(path, data, new Uint8Array(await answer.arrayBuffer()));
}

// ---- The archive: a zip file, not compressed, as any computer opens it

const CRC = Uint32Array.from({ length: 256 }, (_, value) => {
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
});

function checksum(bytes) {
    let crc = -1;
    for (const byte of bytes) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
    return ~crc >>> 0;
}

// Numbers as a zip file has them, each with its size in bytes, the lowest byte first.
function numbers(...pairs) {
    return new Uint8Array(pairs.flatMap(([size, value]) =>
        Array.from({ length: size }, (_, place) => (value >>> (8 * place)) & 255)));
}

const UTF8 = 0x0800, FIRST_DAY = 0x21; // the names are in UTF-8; 1 January 1980, the day without meaning

function pack(files) {
    const parts = [], directory = [];
    let offset = 0;
    for (const [path, data] of files) {
        const name = encode(path);
        const about = [[2, 20], [2, UTF8], [2, 0], [2, 0], [2, FIRST_DAY], [4, checksum(data)],
            [4, data.length], [4, data.length], [2, name.length], [2, 0]];
        const head = numbers([4, 0x04034b50], ...about);
        directory.push(numbers([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
        parts.push(head, name, data);
        offset += head.length + name.length + data.length;
    }
    const size = directory.reduce((sum, part) => sum + part.length, 0), count = files.length;
    const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
    return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

// The files in an archive, by name; somebody may have packed it anew, compressed and in a folder.
async function unpack(buffer) {
    const view = new DataView(buffer), files = [];
    let end = buffer.byteLength - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
    if (end < 0) throw new Error("it is no zip archive");
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
        const method = view.getUint16(at + 10, true), size = view.getUint32(at + 20, true);
        const [nameSize, extra, comment] = [28, 30, 32].map(place => view.getUint16(at + place, true));
        const path = decode(new Uint8Array(buffer, at + 46, nameSize));
        const local = view.getUint32(at + 42, true);
        const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
        const data = new Blob([new Uint8Array(buffer, start, size)]);
        const plain = method ? data.stream().pipeThrough(new DecompressionStream("deflate-raw")) : data;
        const isOurs = !/(^|\/)(\.|__MACOSX\/)|\/$/.test(path);
        if (isOurs) files.push([path, await bytesOf(new Response(plain))]);
        at += 46 + nameSize + extra + comment;
    }
    return files;
}

const bytesOf = async source => new Uint8Array(await source.arrayBuffer());

// ---- Down and up

async function download() {
    await saveWhatIsOpen();
    const work = [];
    for (const path of await allFiles()) {
        const data = await read(path);
        if (!(await isUntouched(path, data))) work.push([path, data]);
    }
    if (!work.length) return "There is nothing to download yet: no chapter has been changed here.";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(pack(work));
    link.download = `textkit_work_${new Date().toISOString().slice(0, 10)}.zip`;
    link.click();
    return `In ${link.download}, among your downloads: ${work.map(([path]) => path).join(", ")}.`;
}

async function open(chosen) {
    await saveWhatIsOpen();
    const files = [], said = [];
    for (const file of chosen) {
        if (file.name.endsWith(".zip")) files.push(...(await unpack(await file.arrayBuffer())));
        else files.push([file.name, await bytesOf(file)]);
    }
    for (const [name, data] of files) said.push(await put(name.split("/").pop(), data));
    return said.join(" ") || "There is no file in it.";
}

// Put a file among those of the browser. What has other work in it there stays, and the new one lies beside it.
async function put(path, data) {
    const here = await allFiles();
    if (here.includes(path)) {
        const now = await read(path);
        if (sayTheSame(path, now, data)) return `${path} is the same already.`;
        if (!(await isUntouched(path, now))) {
            const [, stem, ending] = path.match(/^(.*?)(\.[^.]*)?$/);
            let beside = `${stem}_opened${ending ?? ""}`;
            for (let number = 2; here.includes(beside); number++) beside = `${stem}_opened${number}${ending ?? ""}`;
            await write(beside, data);
            return `${path} has other work in it here, and stays. What you have opened is ${beside}.`;
        }
    }
    await write(path, data);
    for (const tab of app.shell.widgets("main")) if (tab.context?.path === path) await tab.context.revert();
    return `${path} is back.`;
}

// ---- What is shown

function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
}

if (app) {
    const status = make("span", { role: "status" });
    const attempt = async what => {
        status.textContent = "…";
        try {
            status.textContent = await what();
        } catch (error) {
            status.textContent = `That did not work: ${error.message ?? error}. Nothing has been lost.`;
        }
        // A chapter that has just been opened anew no longer shows this cell's output.
        const message = status.textContent;
        if (!status.isConnected) app.commands.execute("apputils:notify", { message, options: { autoClose: false } });
    };
    const button = make("button", { type: "button", onclick: () => attempt(download) }, "Download my work");
    const input = make("input", { type: "file", multiple: true, accept: ".zip,.ipynb,.md,.txt,.csv,.html" });
    input.onchange = () => attempt(() => open(input.files)).finally(() => (input.value = ""));
    const note = "What you write here stays in this browser, on this computer, until its data is cleared. ";
    const box = make("div", {}, note, button, make("label", {}, " Open my work: ", input), " ", status);
    box.style = "padding: 0.4em 0.8em; font-size: 1.1em";
    element.append(box);
}
