package io.sallyport.web;

import io.sallyport.authority.Membership;
import io.sallyport.authority.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a browser's login is worth: who it is, and what the sign-in server said of the person last.
 *
 * @param session the id of the HTTP session
 * @param sid the sign-in server's own session
 * @param learntAt when the groups were learnt
 * @param activeAt when the person last asked for something; a page that refreshes itself is nobody
 * @param refreshToken good for one use
 */
record Login(
    UUID id,
    String session,
    String sid,
    String subject,
    String username,
    String name,
    List<String> groups,
    Instant authTime,
    Instant learntAt,
    Instant activeAt,
    String refreshToken) {

  Person person() {
    return new Person(
        subject,
        name,
        username,
        groups.stream().flatMap(group -> Membership.of(group).stream()).collect(Collectors.toSet()),
        false,
        SignInServer.CLIENT);
  }
}
