<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp'); section>
<#if section = "header">${layout.signing?then(msg('signTitle'), msg('otpTitle'))}
<#elseif section = "form">
  <#if layout.signing>
  <div class="sp-note sp-note--watch"><p><b>${msg('signNotLogIn')}</b> ${msg('signByCode')}</p></div>
  </#if>
  <form id="kc-otp-login-form" class="${properties.kcFormClass}" action="${url.loginAction}" method="post">
    <#if otpLogin.userOtpCredentials?size gt 1>
    <fieldset><legend class="sp-label">${msg('otpDevice')}</legend>
      <#list otpLogin.userOtpCredentials as device>
      <label class="sp-choice"><input type="radio" name="selectedCredentialId" value="${device.id}"<#if device.id == otpLogin.selectedCredentialId!''> checked</#if>> ${device.userLabel}</label>
      </#list>
    </fieldset>
    <#else>
    <input type="hidden" name="selectedCredentialId" value="${otpLogin.selectedCredentialId!''}">
    </#if>
    <@field.input name="otp" label=msg("loginOtpOneTime") autocomplete="one-time-code" fieldName="totp" autofocus=true />
    <#if layout.signing>
    <@buttons.actionGroup><@buttons.button id="kc-login" name="login" label="doSign" /></@buttons.actionGroup>
    <#else>
    <@buttons.loginButton />
    </#if>
  </form>
  <#if layout.signing><p class="sp-hint">${msg('signTwice')}</p></#if>
</#if>
</@layout.registrationLayout>
