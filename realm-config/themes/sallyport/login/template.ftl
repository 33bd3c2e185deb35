<#-- The frame of every page: as templates/web/layout.html of the application, and without script.
     A page that asks for a signature says so; the client sallyport-signature asks for nothing else. -->
<#assign signing = ((client.clientId)!'') == 'sallyport-signature'>
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title><@compress single_line=true><#nested "header"></@compress> | ${realm.displayName!'Sallyport'}</title>
  <link rel="icon" href="${url.resourcesPath}/img/sallyport.svg" type="image/svg+xml">
  <#list properties.styles?split(' ') as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
</head>
<body data-page-id="login-${pageId}">
<a class="usa-skipnav" href="#main">${msg('skip')}</a>
<div class="sp-cui sp-cui--top" role="region" aria-label="${msg('markingTop')}">CUI</div>
<header class="sp-head"><div class="sp-head__in"><span class="sp-brand"><img src="${url.resourcesPath}/img/sallyport.svg" alt="" width="26" height="26">${realm.displayName!'Sallyport'}</span></div></header>
<main class="sp-main" id="main" tabindex="-1">
  <h1 id="kc-page-title"><#nested "header"></h1>
  <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
  <div class="sp-note sp-note--${(message.type = 'error')?then('stop', (message.type = 'warning')?then('watch', 'info'))}" role="alert"><p>${kcSanitize(message.summary)?no_esc}</p></div>
  </#if>
  <section class="sp-card" aria-labelledby="kc-page-title">
    <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
    <#nested "show-username">
    <p class="sp-as">${signing?then(msg('signAs'), msg('logInAs'))} <b id="kc-attempted-username">${auth.attemptedUsername}</b></p>
    </#if>
    <#nested "form">
    <#if auth?has_content && auth.showTryAnotherWayLink()>
    <form action="${url.loginAction}" method="post">
      <input type="hidden" name="tryAnotherWay" value="on">
      <div class="sp-acts"><button class="sp-button sp-button--outline" id="try-another-way" type="submit">${msg('doTryAnotherWay')}</button></div>
    </form>
    </#if>
    <#nested "socialProviders">
    <#if displayInfo><#nested "info"></#if>
  </section>
  <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
  <p class="sp-way">
    <#if signing>
      <#if (client.baseUrl)?has_content><a id="backToApplication" href="${client.baseUrl}">${msg('signNot')}</a></#if>
    <#else>
      <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg('logInAsAnother', auth.attemptedUsername)}</a>
    </#if>
  </p>
  </#if>
</main>
<div class="sp-cui sp-cui--bottom" role="region" aria-label="${msg('markingBottom')}">CUI</div>
</body>
</html>
</#macro>
