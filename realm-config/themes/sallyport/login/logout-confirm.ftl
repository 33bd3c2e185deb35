<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
<#if section = "header">${msg('logoutConfirmHeader')}
<#elseif section = "form">
  <p>${msg('logoutMeaning')}</p>
  <form class="${properties.kcFormClass}" action="${url.logoutConfirmAction}" method="post">
    <input type="hidden" name="session_code" value="${logoutConfirm.code}">
    <@buttons.actionGroup><@buttons.button id="kc-logout" name="confirmLogout" label="doLogout" /></@buttons.actionGroup>
  </form>
</#if>
</@layout.registrationLayout>
