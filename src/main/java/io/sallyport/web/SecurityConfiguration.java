package io.sallyport.web;

import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import io.sallyport.authority.realm.Realm;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.UUID;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who comes in by which door: health, nothing where attackers look first, the API by bearer token,
 * files, the sign-in server's own call, and people by session. What no chain lets in stays out.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class SecurityConfiguration {

  private final Realm realm;

  SecurityConfiguration(Realm realm) {
    this.realm = realm;
  }

  /** The management port, which is bound to loopback (R20). */
  @Bean
  @Order(1)
  SecurityFilterChain health(HttpSecurity http) throws Exception {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
        .build();
  }

  /** The engine's own doors and the actuator do not exist here (R07, R20). */
  @Bean
  @Order(2)
  SecurityFilterChain absent(HttpSecurity http) throws Exception {
    HttpStatusEntryPoint notFound = new HttpStatusEntryPoint(NOT_FOUND);
    return headers(http)
        .securityMatcher("/engine-rest/**", "/camunda/**", "/actuator/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(notFound))
        .build();
  }

  /** Programs: a bearer token with every request, no session, hence no CSRF (R18). */
  @Bean
  @Order(3)
  SecurityFilterChain api(HttpSecurity http, BearerTokens tokens, ApiRefusals refusals)
      throws Exception {
    return headers(http)
        .securityMatcher("/api/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(ClientController.PATH)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2ResourceServer(
            server ->
                server
                    .opaqueToken(token -> token.introspector(tokens))
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(refusals))
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Style, fonts and pictures are the same for everybody. */
  @Bean
  @Order(4)
  SecurityFilterChain files(HttpSecurity http) throws Exception {
    return headers(http)
        .securityMatcher("/css/**", "/fonts/**", "/img/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  /** The sign-in server proves itself by the token that it signs. */
  @Bean
  @Order(5)
  SecurityFilterChain backChannel(HttpSecurity http) throws Exception {
    return headers(http)
        .securityMatcher(BackChannelLogout.PATH)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  /** People: consent, login by the realm, a session (W2, R12, R14, R17). */
  @Bean
  @Order(6)
  SecurityFilterChain people(HttpSecurity http, Sessions sessions, LoginDoor door)
      throws Exception {
    return headers(http)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers("/consent")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .oauth2Login(door)
        .addFilterBefore(new ConsentFilter(), OAuth2AuthorizationRequestRedirectFilter.class)
        .addFilterBefore(new SessionFilter(sessions), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new SignatureOfNobody(), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(
                    (request, response, nobody) -> response.sendRedirect("/consent")))
        .logout(
            logout ->
                logout
                    .addLogoutHandler(end(sessions))
                    .logoutSuccessUrl("/")
                    .deleteCookies("sallyport"))
        .build();
  }

  private static LogoutHandler end(Sessions sessions) {
    return (request, response, person) -> {
      var session = request.getSession(false);
      if (session != null && session.getAttribute(SessionFilter.LOGIN) instanceof UUID id) {
        sessions.end(id);
      }
    };
  }

  private HttpSecurity headers(HttpSecurity http) throws Exception {
    URI issuer = realm.issuer();
    // Chromium blocks a POST that ends at another origin, unless form-action names it: the login
    // and the signature go to the sign-in server.
    String policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " frame-ancestors 'none'; base-uri 'none'; form-action 'self' "
            + (issuer.getScheme() + "://" + issuer.getAuthority());
    return http.headers(
        headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), usb=()")));
  }
}
