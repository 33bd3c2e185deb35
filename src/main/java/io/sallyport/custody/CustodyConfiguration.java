package io.sallyport.custody;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Time and randomness for the whole application; tests put their own in place. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(Settings.class)
class CustodyConfiguration {

  @Bean
  @ConditionalOnMissingBean(Clock.class)
  DatabaseClock clock(JdbcClient jdbc) {
    return new DatabaseClock(jdbc, Clock.systemUTC());
  }

  @Bean
  @ConditionalOnMissingBean(RandomGenerator.class)
  RandomGenerator randomness() {
    return new SecureRandom();
  }
}
