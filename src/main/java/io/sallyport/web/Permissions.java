package io.sallyport.web;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Membership;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to a handler that permits it (W2). No permission declared: nobody. */
class Permissions implements HandlerInterceptor {

  /** The API's own description; whoever is logged in may read it. */
  private static final String API_DESCRIPTION = "org.springdoc.";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) return true; // a file of static/
    Optional<Permitted> declared = of(method);
    if (declared.isPresent() && declared.get().everyone()) return true;
    Person person = People.of(request).orElseThrow(() -> refused("nobody", "a person logged in"));
    if (declared.isEmpty()) {
      if (method.getBeanType().getName().startsWith(API_DESCRIPTION)) return true;
      throw new IllegalStateException("No permission is declared for " + method);
    }
    check(declared.get(), person);
    return true;
  }

  /** What the handler declares, or its class. */
  static Optional<Permitted> of(HandlerMethod method) {
    Permitted own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Permitted.class);
    if (own != null) return Optional.of(own);
    return Optional.ofNullable(
        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Permitted.class));
  }

  private static void check(Permitted permitted, Person person) {
    if (person.machine() && !permitted.machines()) throw refused("a machine", "people only");
    Role[] roles = permitted.value();
    if (roles.length > 0 && Arrays.stream(roles).noneMatch(person::isAnywhere)) {
      String may = Arrays.stream(roles).map(Role::words).collect(Collectors.joining(" or "));
      String is =
          person.memberships().stream()
              .map(Membership::words)
              .sorted()
              .collect(Collectors.joining(", "));
      throw refused(is.isEmpty() ? "nobody in any program" : is, may + " of a program");
    }
  }

  private static Forbidden refused(String value, String limit) {
    return new Forbidden("authority/role-may-do-this", "who asks", value, limit);
  }
}
