import { join } from 'node:path';
import { StartupError } from '../../lib/StartupError.ts';
import { DATABASE_FILE, type OpenProblem } from './messages.ts';

/** Words for whoever starts the server: what is wrong with the data, and what to do about it. */
export function toStartupError(problem: OpenProblem, folder: string, detail: string): StartupError {
  const file = join(folder, DATABASE_FILE);
  const error = (fr: string, en: string): StartupError => new StartupError(`data_${problem}`, fr, en);
  switch (problem) {
    case 'locked':
      return error(
        `Un autre Pêle-mêle utilise déjà le dossier ${folder}. Arrêtez-le d’abord, ou choisissez un autre dossier avec PELEMELE_DATA.`,
        `Another Pêle-mêle is already using the folder ${folder}. Stop it first, or choose another folder with PELEMELE_DATA.`,
      );
    case 'newer':
      return error(
        `Le fichier ${file} a été écrit par une version plus récente de Pêle-mêle. Il n’a pas été touché. Mettez le programme à jour.`,
        `The file ${file} was written by a newer version of Pêle-mêle. It has not been touched. Update the program.`,
      );
    case 'foreign':
      return error(
        `Le fichier ${file} appartient à un autre programme. Il n’a pas été touché. Choisissez un autre dossier avec PELEMELE_DATA.`,
        `The file ${file} belongs to another program. It has not been touched. Choose another folder with PELEMELE_DATA.`,
      );
    case 'damaged':
      return error(
        `Le fichier ${file} est endommagé (${detail}). Gardez une copie du dossier, puis remettez en place votre dernière sauvegarde.`,
        `The file ${file} is damaged (${detail}). Keep a copy of the folder, then put your last backup back in its place.`,
      );
    case 'no_wal':
      return error(
        `Le disque du dossier ${folder} ne permet pas un enregistrement sûr (partage réseau ?). Choisissez un disque local avec PELEMELE_DATA.`,
        `The disk of the folder ${folder} does not allow safe writing (a network share?). Choose a local disk with PELEMELE_DATA.`,
      );
    case 'unwritable':
      return error(
        `Impossible d’écrire dans le dossier de données ${folder} (${detail}). Vérifiez ses droits et la place libre.`,
        `The data folder ${folder} cannot be written (${detail}). Check its permissions and the free space.`,
      );
  }
}
