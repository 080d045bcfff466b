import puppeteer from "puppeteer-core"; import fs from "fs";
const b = await puppeteer.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu"],headless:true});
const p = await b.newPage(); await p.goto("http://127.0.0.1:8080/"); await p.waitForSelector("h1");
const f="/tmp/trial/src/lib.rs"; let i=0;
async function edit(file, change, wanted){ const t=Date.now(); fs.writeFileSync(file, change(fs.readFileSync(file,"utf8"))); 
 await p.waitForFunction(wanted,{timeout:120000}); console.log(file.split("/").slice(-3).join("/"), "back on the page in", Date.now()-t,"ms"); }
for (let i=1;i<=3;i++) await edit(f, s=>s.replace(/<h1>\{"[^"]*"\}/,`<h1>{"Trial ${i}"}`), `document.querySelector("h1")?.textContent==="Trial ${i}"`);
await edit("/tmp/trial/styles/tokens.css", s=>s+"\nh1{letter-spacing:7px}", `document.querySelector("h1") && getComputedStyle(document.querySelector("h1")).letterSpacing==="7px"`);
fs.writeFileSync(f, fs.readFileSync(f,"utf8")+"\nsyntax error"); await new Promise(r=>setTimeout(r,4000));
console.log("after broken edit:", await p.evaluate(()=>document.querySelector("h1").textContent));
await edit(f, s=>s.replace("\nsyntax error","").replace("Trial 3","Mended"), `document.querySelector("h1")?.textContent==="Mended"`);
await b.close();
