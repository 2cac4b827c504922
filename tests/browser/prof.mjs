import { audit } from './audit.prof.mjs';
const t=performance.now(); const r=await audit(process.argv[2],{jobs:Number(process.argv[3]??2)}); console.log(Math.round(performance.now()-t), r.pages.length, r.failures.length); console.log(Object.fromEntries(Object.entries(spent).map(([k,v])=>[k,Math.round(v/r.pages.length)])));
