package io.sallyport.web;

import io.sallyport.authority.NothingToDecide;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything about who comes in, without the engine and AWS, and a few doors to knock at. No part
 * of the application of the local boundary, which finds it on its class path.
 */
@Profile("!local")
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(NothingToDecide.class)
@ComponentScan(
    basePackages = "io.sallyport.web",
    excludeFilters =
        @Filter(type = FilterType.REGEX, pattern = "io\\.sallyport\\.web\\.operations\\..*"))
@ComponentScan(
    basePackages = "io.sallyport.authority",
    useDefaultFilters = false,
    includeFilters =
        @Filter(
            type = FilterType.REGEX,
            pattern =
                "io.sallyport.authority.(signing.(StepUp|Challenges)|Directory"
                    + "|AuthorityConfiguration|Inbox)"))
class PeopleAndTokens {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RandomGenerator randomness() {
    return new SecureRandom();
  }

  /** Pages of the tests alone. */
  @Profile("!local")
  @RestController
  static class Doors {

    @Permitted(machines = true)
    @GetMapping({"/test/who", "/api/test/who"})
    String who(Person person) {
      return "%s %s %s %s %s"
          .formatted(
              person.subject(),
              person.name(),
              person.groups(),
              person.client(),
              person.machine() ? "machine" : "person");
    }

    @Permitted(Role.OPERATOR)
    @PostMapping("/test/stop")
    String stop() {
      return "stopped";
    }

    @Permitted
    @PostMapping("/api/test/decide")
    String decide() {
      return "decided";
    }

    @GetMapping("/test/forgotten")
    String forgotten() {
      return "nobody may read this";
    }
  }
}
