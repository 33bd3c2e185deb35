package io.sallyport.web;

import io.sallyport.authority.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a handler the {@link Person} who asks, from the session or from the bearer token. */
class People implements HandlerMethodArgumentResolver {

  /** Who asks; empty for nobody. */
  static Optional<Person> of(HttpServletRequest request) {
    if (request.getAttribute(SessionFilter.PERSON) instanceof Person person) {
      return Optional.of(person);
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof BearerTokenAuthentication token
            && token.getTokenAttributes().get(BearerTokens.PERSON) instanceof Person person
        ? Optional.of(person)
        : Optional.empty();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Person.class);
  }

  @Override
  public Person resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
    return Optional.ofNullable(http)
        .flatMap(People::of)
        .orElseThrow(
            () -> new IllegalStateException("A handler asks for a person, nobody asks it"));
  }
}
