// The keys of programs that act for a person in a space.
import type { CreateToken } from "../generated/CreateToken";
import type { TokenMadeView } from "../generated/TokenMadeView";
import type { TokenView } from "../generated/TokenView";
import { ask } from "./client";

export const tokens = (space: string): Promise<TokenView[]> =>
  ask("GET", `/api/spaces/${space}/tokens`);
export const makeToken = (space: string, token: CreateToken): Promise<TokenMadeView> =>
  ask("POST", `/api/spaces/${space}/tokens`, token);
export const revokeToken = (space: string, token: string): Promise<void> =>
  ask("DELETE", `/api/spaces/${space}/tokens/${token}`);
