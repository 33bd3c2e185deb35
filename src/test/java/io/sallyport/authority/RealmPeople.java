package io.sallyport.authority;

import io.sallyport.local.keycloak.DemoPeople;
import io.sallyport.local.keycloak.LocalKeycloak;
import java.util.function.Consumer;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What an administrator of the realm does to people while they work. */
public final class RealmPeople {

  private final LocalKeycloak keycloak;

  public RealmPeople(LocalKeycloak keycloak) {
    this.keycloak = keycloak;
  }

  public void join(String name, String group) {
    user(name).joinGroup(id(group));
  }

  public void leave(String name, String group) {
    user(name).leaveGroup(id(group));
  }

  void enable(String name, boolean enabled) {
    change(name, user -> user.setEnabled(enabled));
  }

  /** Another account name, which the realm allows nobody unless its administrator says so. */
  void rename(String name, String username, String firstName) {
    usernamesMayChange(true);
    try {
      change(
          name,
          user -> {
            user.setUsername(username);
            user.setFirstName(firstName);
          });
    } finally {
      usernamesMayChange(false);
    }
  }

  private void usernamesMayChange(boolean may) {
    RealmRepresentation realm = keycloak.realm().toRepresentation();
    realm.setEditUsernameAllowed(may);
    keycloak.realm().update(realm);
  }

  private void change(String name, Consumer<UserRepresentation> change) {
    UserRepresentation user = user(name).toRepresentation();
    change.accept(user);
    user(name).update(user);
  }

  private UserResource user(String name) {
    return keycloak.realm().users().get(DemoPeople.named(name).subject());
  }

  private String id(String group) {
    return keycloak.realm().getGroupByPath(group).getId();
  }
}
