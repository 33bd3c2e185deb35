package io.sallyport.authority;

import io.sallyport.authority.realm.Realm;
import io.sallyport.authority.realm.RealmClient;
import io.sallyport.authority.realm.RealmTokens;
import io.sallyport.authority.signing.StepUp;
import java.net.URI;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sign-in server as three of its clients see it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class AuthorityConfiguration {

  @Bean
  Realm realm(Settings settings) {
    URI inside = settings.issuerInside() == null ? settings.issuer() : settings.issuerInside();
    return new Realm(settings.issuer(), inside, settings.baseUrl());
  }

  @Bean
  RealmTokens realmTokens(Realm realm, Clock clock) {
    return new RealmTokens(realm, clock);
  }

  @Bean
  RealmClient signatureClient(Settings settings) {
    return new RealmClient(StepUp.CLIENT, settings.signatureSecret());
  }

  /** The audience of access tokens; it introspects and reads people, and writes nothing. */
  @Bean
  RealmClient apiClient(Settings settings) {
    return new RealmClient("sallyport-api", settings.apiSecret());
  }
}
