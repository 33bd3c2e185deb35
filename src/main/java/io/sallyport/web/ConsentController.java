package io.sallyport.web;

import io.sallyport.authority.Permitted;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The banner before the login, and the way from the bare address to the inbox. */
@Controller
class ConsentController {

  @Permitted(everyone = true)
  @GetMapping("/consent")
  String banner() {
    return "web/consent";
  }

  @Permitted(everyone = true)
  @PostMapping("/consent")
  String agree(HttpSession session) {
    session.setAttribute(ConsentFilter.AGREED, true);
    return "redirect:" + ConsentFilter.START_OF_LOGIN;
  }

  @Permitted
  @GetMapping("/")
  String home() {
    return "redirect:/inbox";
  }
}
