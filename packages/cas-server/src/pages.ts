import { escapeMarkup as text } from './markup.ts';
import type { Persona } from './persona.ts';

export interface LoginView {
  readonly basePath: string;
  readonly service: string | undefined;
  readonly mustRenew: boolean;
  readonly filter: string;
  readonly personas: readonly Persona[];
}

/** The sign-in page: one large button for each persona; works without script. */
export function loginPage(view: LoginView): string {
  const carried = [hidden('service', view.service), hidden('renew', view.mustRenew ? 'true' : undefined)].join('');
  const cards = view.personas.map((persona) => personaCard(persona, view.basePath, carried)).join('\n');
  const list =
    cards === ''
      ? '<p role="status">没有找到这样的演示人物，换个名字、学工号或身份试试。</p>'
      : `<ul>\n${cards}\n</ul>`;
  return page(
    view.basePath,
    '选择一位演示人物登录',
    `<p class="lead">这里代替学校的统一身份认证，仅供开发和演示使用，不需要密码。点一下即以该人物登录，人物和数据均为虚构。
<span lang="en">Demo sign-in: press a person to continue. No password is asked; everybody here is invented.</span></p>
<form class="find" method="get" action="${text(view.basePath)}/login" role="search">${carried}
<label>找其他人物（姓名、学工号或身份）<input type="search" name="q" value="${text(view.filter)}" autocomplete="off" maxlength="64"></label>
<button>查找</button>${view.filter === '' ? '' : backLink(view)}</form>
${list}`,
  );
}

function backLink(view: LoginView): string {
  const query = new URLSearchParams();
  if (view.service !== undefined) query.set('service', view.service);
  if (view.mustRenew) query.set('renew', 'true');
  return `<a href="${text(`${view.basePath}/login?${query.toString()}`)}">看常用人物</a>`;
}

function personaCard(persona: Persona, basePath: string, carried: string): string {
  return `<li><form method="post" action="${text(basePath)}/login">${carried}
<button name="username" value="${text(persona.username)}"><span class="name">${text(persona.name)}</span>
<span class="username">${text(persona.username)}</span>
<span class="identity">${text(persona.identity)}</span>
<span class="abilities">${text(persona.abilities)}</span></button></form></li>`;
}

function hidden(name: string, value: string | undefined): string {
  return value === undefined ? '' : `<input type="hidden" name="${name}" value="${text(value)}">`;
}

export function signedInPage(basePath: string, persona: Persona): string {
  const who = `<p class="lead">您已登录为 <strong>${text(persona.name)}</strong>（${text(persona.identity)}）。</p>`;
  return page(basePath, '已登录', `${who}<p><a href="${text(basePath)}/logout">退出登录</a></p>`);
}

export function signedOutPage(basePath: string): string {
  return page(
    basePath,
    '已退出登录',
    '<p class="lead">您已退出统一身份认证，用过的服务也已收到退出通知。</p><p><a href="/">回到首页</a></p>',
  );
}

export function serviceRefusedPage(basePath: string): string {
  const why = '要去的地址没有在这里登记，所以不能带着您的身份过去。请回到首页重新登录。';
  return page(basePath, '不能登录到这个地址', `<p class="lead" role="alert">${why}</p><p><a href="/">回到首页</a></p>`);
}

const footprint =
  '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" class="ground"/><g transform="rotate(14 16 16)">' +
  '<path d="M16.4 4.6c3.5 0 5.5 3 5.3 6.8-.2 3-1.5 5-1.9 7.2-.1.8-.8 1.3-1.6 1.200l-4-.4c-.8-.1-1.400-.7-1.500-1.500-.2-2-1.800-3.600-1.800-6.900 0-3.500 2.300-6.400 5.500-6.400z"/>' +
  '<path d="M14 21.300l4 .4c.9.1 1.500.8 1.400 1.700-.2 2.300-1.500 3.900-3.300 3.800-2-.1-3.200-1.900-3.300-4.300 0-1 .5-1.700 1.200-1.600z"/></g></svg>';

function page(basePath: string, title: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${text(title)} · 演示登录</title>
<link rel="stylesheet" href="${text(basePath)}/style.css"></head>
<body><main><header>${footprint}<div><span class="demo">演示登录</span><h1>${text(title)}</h1></div></header>
${content}
<footer>一趟 · 示范大学统一身份认证（演示数据）</footer></main></body></html>
`;
}
