<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${layout.signing?then(msg('signTitle'), msg('certificateTitle'))}
<#elseif section = "form">
  <#if layout.signing>
  <div class="sp-note sp-note--watch"><p><b>${msg('signNotLogIn')}</b> ${msg('signByCertificate')}</p></div>
  </#if>
  <form id="kc-x509-login-info" class="${properties.kcFormClass}" action="${url.loginAction}" method="post">
    <dl>
      <dt>${msg('certificate')}</dt><dd id="certificate_subjectDN">${(x509.formData.subjectDN)!msg('noCertificate')}</dd>
      <#if x509.formData.isUserEnabled??>
      <dt>${layout.signing?then(msg('signAs'), msg('logInAs'))}</dt><dd id="username">${(x509.formData.username)!''}</dd>
      </#if>
    </dl>
    <div class="sp-acts">
      <button class="sp-button" name="login" id="kc-login" type="submit" value="on">${layout.signing?then(msg('doSign'), msg('doContinue'))}</button>
      <#if x509.formData.isUserEnabled??>
      <button class="sp-button sp-button--outline" name="cancel" id="kc-cancel" type="submit" value="on">${msg('doIgnore')}</button>
      </#if>
    </div>
  </form>
</#if>
</@layout.registrationLayout>
