<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout bodyClass="oauth"; section>
<#if section = "header">${msg('grantTitle', client.name!client.clientId)}
<#elseif section = "form">
  <p>${msg('grantMeaning')}</p>
  <div class="sp-note sp-note--watch"><p>${msg('grantWarning')}</p></div>
  <form class="${properties.kcFormClass}" action="${url.oauthAction}" method="post">
    <input type="hidden" name="code" value="${oauth.code}">
    <@buttons.actionGroup>
      <@buttons.button id="kc-login" name="accept" label="doYes" />
      <@buttons.button id="kc-cancel" name="cancel" label="doNo" type="secondary" />
    </@buttons.actionGroup>
  </form>
</#if>
</@layout.registrationLayout>
