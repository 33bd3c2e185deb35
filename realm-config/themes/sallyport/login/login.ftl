<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username','password'); section>
<#if section = "header">${layout.signing?then(msg('signLogInTitle'), msg('loginAccountTitle'))}
<#elseif section = "form">
  <#if layout.signing><p>${msg('signLogIn')}</p></#if>
  <form id="kc-form-login" class="${properties.kcFormClass}" action="${url.loginAction}" method="post">
    <#if !usernameHidden??>
    <@field.input name="username" label=msg("username") error=messagesPerField.getFirstError('username','password') autofocus=true autocomplete="username" value=login.username!'' />
    </#if>
    <@field.group name="password" label=msg("password")>
      <span class="${properties.kcInputClass}"><input id="password" name="password" type="password" autocomplete="current-password"<#if usernameHidden??> autofocus</#if>></span>
    </@field.group>
    <input type="hidden" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
    <@buttons.loginButton />
  </form>
</#if>
</@layout.registrationLayout>
