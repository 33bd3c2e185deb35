<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${msg('loginChooseAuthenticator')}
<#elseif section = "form">
  <#list auth.authenticationSelections as way>
  <form class="${properties.kcFormClass}" action="${url.loginAction}" method="post">
    <input type="hidden" name="authenticationExecution" value="${way.authExecId}">
    <div class="sp-acts"><button class="sp-button sp-button--outline" type="submit">${msg(way.displayName)}</button></div>
    <p class="sp-hint">${msg(way.helpText)}</p>
  </form>
  </#list>
</#if>
</@layout.registrationLayout>
