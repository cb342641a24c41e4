const PATHS = {
  '/v4/oa/access_token': 'token',
  '/v3.0/oa/message/cs': 'message',
  '/v3.0/oa/message/template': 'template',
  '/v3.0/oa/quota/message': 'quota',
  '/v2.0/oa/upload/image': 'uploadImage',
  '/v2.0/oa/upload/file': 'uploadFile',
  '/v2.0/oa/getoa': 'account',
} as const;

/** A method of the Open API, by a name of our own. */
export type OaMethod = (typeof PATHS)[keyof typeof PATHS];

/** The method that stands at a path of the server. */
export function methodAt(path: string): OaMethod | undefined {
  return Object.hasOwn(PATHS, path) ? PATHS[path as keyof typeof PATHS] : undefined;
}
