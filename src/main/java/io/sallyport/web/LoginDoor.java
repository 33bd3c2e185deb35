package io.sallyport.web;

import java.time.Clock;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.stereotype.Component;

/**
 * How Spring's login is used: one call-back of its own, so that the signature's call-back is never
 * taken for a login.
 */
@Component
class LoginDoor implements Customizer<OAuth2LoginConfigurer<HttpSecurity>> {

  private final OAuth2AuthorizationRequestResolver start;
  private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> exchange;
  private final Logins logins;
  private final Clock clock;

  LoginDoor(
      OAuth2AuthorizationRequestResolver start,
      OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> exchange,
      Logins logins,
      Clock clock) {
    this.start = start;
    this.exchange = exchange;
    this.logins = logins;
    this.clock = clock;
  }

  @Override
  public void customize(OAuth2LoginConfigurer<HttpSecurity> login) {
    login
        .loginPage("/consent")
        .loginProcessingUrl(LoginConfiguration.CALL_BACK)
        .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(start))
        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(exchange))
        .successHandler(new LoginRecorded(logins, clock))
        .failureHandler(new LoginRefused());
  }
}
